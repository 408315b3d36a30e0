import {isBlockElement} from './elements'
import {findNotes, markWrapper, type Note} from './findNotes'
import {classesOf, createElement, type MarkupElement, type MarkupNode, markupText} from './markup'
import {ancestors, indexOf, type NoteIndex} from './noteIndex'

/** Stands in the markup where a note's mark stood; its children are what the note says. */
export const NOTE_TAG = 'octavo:note'

const NOTES_TITLE = /^(?:foot|end)?notes?:?$/i

/**
 * Takes the text of every note to its mark, in place. Notes nothing points at stay where they are.
 *
 * @returns the titles that stood over notes and went with them.
 */
export function liftNotes(root: MarkupElement): string[] {
  const index = indexOf(root)
  const notes = findNotes(index)
  if (notes.length === 0) return []

  const gone = new Set<MarkupElement>()
  const replaced = new Map<MarkupElement, MarkupElement>()
  const backLinks = new Set(notes.flatMap(({backLinks}) => [...backLinks]))
  for (const {mark, definition} of notes) {
    gone.add(definition)
    replaced.set(markWrapper(mark, index), createElement(NOTE_TAG, [], noteContent(definition, backLinks)))
  }
  const titles = emptiedTitles(notes, {gone, index})
  for (const title of titles) gone.add(title)
  rebuild(root, {gone, replaced})
  // Markdown's is made by its converter, for screen readers.
  return titles.filter((title) => !classesOf(title).includes('sr-only')).map((title) => markupText([title]).trim())
}

function noteContent(definition: MarkupElement, backLinks: ReadonlySet<MarkupElement>): MarkupNode[] {
  return definition.children.flatMap((child): MarkupNode[] => {
    if (typeof child === 'string') return [child]
    if (backLinks.has(child)) return []
    const content = noteContent(child, backLinks)
    const isOnlyLink = content.length < child.children.length && /^[\s^[\]()]*$/.test(markupText(content))
    if (isOnlyLink && !isBlockElement(child)) return []
    return [{...child, children: content}]
  })
}

/** Headings that say “Notes” and have lost all of theirs. */
function emptiedTitles(
  notes: readonly Note[],
  {gone, index}: {gone: ReadonlySet<MarkupElement>; index: NoteIndex},
): MarkupElement[] {
  const titles = new Set<MarkupElement>()
  const containers = new Set(notes.flatMap(({definition}) => ancestors(definition, index).slice(1, 3)))
  for (const container of containers) {
    const children = container.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
    const rest = children.filter((child) => typeof child === 'string' || remains(child, gone))
    const [title] = rest
    if (rest.length === 1 && title && isNotesTitle(title)) titles.add(title)
    const siblings = index.parents.get(container)?.children.filter((child) => typeof child !== 'string') ?? []
    const before = siblings[siblings.indexOf(container) - 1]
    if (rest.length === 0 && before && isNotesTitle(before)) titles.add(before)
  }
  return [...titles]
}

function remains(element: MarkupElement, gone: ReadonlySet<MarkupElement>): boolean {
  if (gone.has(element) || element.tag === 'hr') return false
  return element.children.some((child) => (typeof child === 'string' ? child.trim() !== '' : remains(child, gone)))
}

function isNotesTitle(node: MarkupNode): node is MarkupElement {
  return typeof node !== 'string' && NOTES_TITLE.test(markupText([node]).trim())
}

function rebuild(
  element: MarkupElement,
  change: {gone: ReadonlySet<MarkupElement>; replaced: ReadonlyMap<MarkupElement, MarkupElement>},
): void {
  element.children = element.children.flatMap((child): MarkupNode[] => {
    if (typeof child === 'string') return [child]
    const note = change.replaced.get(child)
    if (note) return [note]
    if (change.gone.has(child)) return []
    rebuild(child, change)
    return [child]
  })
}
