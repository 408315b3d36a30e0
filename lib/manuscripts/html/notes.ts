import {isReferencesTitle} from '@/lib/manuscripts/sectionTitles'

import {isBlockElement} from './elements'
import {classesOf, createElement, elementsIn, type MarkupElement, type MarkupNode, markupText} from './markup'

/** Stands in the markup where a note's mark stood; its children are what the note says. */
export const NOTE_TAG = 'octavo:note'

const MARK = /^(?:\d{1,4}|[ivxlc]{1,6}|[*†‡§¶]{1,4}|[a-z])$/i
const BRACKETS = /^[[({]|[\])}]$/g

/** Ids of Word, LibreOffice, Google Docs, mammoth, pandoc and remark; others may be a list of works. */
const NOTE_ID = /^(?:user-content-)?_?(?:ftn|edn|fn|footnote|endnote|sdfootnote|sdendnote|note)/i
const NOTES_TITLE = /^(?:foot|end)?notes?:?$/i

interface Note {
  mark: MarkupElement
  definition: MarkupElement
  /** Links in the definition that lead back into the text. */
  backLinks: Set<MarkupElement>
}

/**
 * Takes the text of every note to its mark, in place: a mark and a note are known by linking to each other, as every
 * word processor writes them. Notes nothing points at stay where they are.
 *
 * @returns the titles that stood over notes and went with them.
 */
export function liftNotes(root: MarkupElement): string[] {
  const index = indexOf(root)
  const notes = [...index.order.keys()].flatMap((element) => noteAt(element, index) ?? [])
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

interface Index {
  /** Reading order of each element. */
  order: Map<MarkupElement, number>
  parents: Map<MarkupElement, MarkupElement>
  targets: Map<string, MarkupElement>
  /** The text of the heading that each target stands under. */
  titles: Map<MarkupElement, string>
}

function indexOf(root: MarkupElement): Index {
  const index: Index = {order: new Map(), parents: new Map(), targets: new Map(), titles: new Map()}
  let title = ''
  for (const element of elementsIn(root)) {
    index.order.set(element, index.order.size)
    for (const child of element.children) if (typeof child !== 'string') index.parents.set(child, element)
    if (/^h[1-6]$/.test(element.tag)) title = markupText([element]).trim()
    for (const name of namesOf(element)) {
      if (!index.targets.has(name)) index.targets.set(name, element)
      index.titles.set(element, title)
    }
  }
  return index
}

function namesOf({tag, attributes}: MarkupElement): string[] {
  const names = [attributes.get('id'), tag === 'a' ? attributes.get('name') : undefined]
  return names.flatMap((name) => name || [])
}

function noteAt(mark: MarkupElement, index: Index): Note | null {
  const name = fragmentOf(mark)
  if (!name || !MARK.test(bare(markupText([mark])))) return null
  const target = index.targets.get(name)
  if (!target || (index.order.get(target) ?? 0) <= (index.order.get(mark) ?? 0)) return null
  if (!NOTE_ID.test(name) && isReferencesTitle(index.titles.get(target) ?? '')) return null

  const own = ancestors(mark, index).slice(0, 4).flatMap(namesOf)
  const definition = definitionAround(target, index)
  if (!definition) return null
  const links = [...elementsIn(definition)].filter((element) => own.includes(fragmentOf(element) ?? ''))
  return links.length > 0 ? {mark, definition, backLinks: new Set(links)} : null
}

function fragmentOf({tag, attributes}: MarkupElement): string | null {
  const href = tag === 'a' ? attributes.get('href') : undefined
  const at = href?.indexOf('#') ?? -1
  if (!href || at < 0) return null
  const fragment = href.slice(at + 1)
  // Word writes the file's own address before the fragment.
  return /^(?:file:|about:)|^#/i.test(href) ? fragment : null
}

function bare(text: string): string {
  return text.trim().replace(BRACKETS, '').trim()
}

/** The element itself first. */
function ancestors(element: MarkupElement, {parents}: Index): MarkupElement[] {
  const line: MarkupElement[] = []
  for (let at: MarkupElement | undefined = element; at; at = parents.get(at)) line.push(at)
  return line
}

/** The whole of a note: its paragraph, or the list item or division that begins with it. */
function definitionAround(target: MarkupElement, index: Index): MarkupElement | null {
  const line = ancestors(target, index).filter((element) => index.parents.has(element) && isBlockElement(element))
  const first = line[0]
  if (!first) return null
  const item = line.slice(0, 3).find(({tag}) => ['li', 'dd'].includes(tag))
  if (item) return item
  const around = line[1]
  const isWhole =
    first.tag === 'p' &&
    around?.tag === 'div' &&
    markupText([around])
      .trimStart()
      .startsWith(markupText([first]).trim())
  const holdsOthers =
    isWhole &&
    [...elementsIn(around)].filter((element) => namesOf(element).some((name) => NOTE_ID.test(name) && /\d/.test(name)))
      .length > 2
  return isWhole && !holdsOthers ? around : first
}

/** The mark with the raised or bracketed text that is nothing but the mark. */
function markWrapper(mark: MarkupElement, index: Index): MarkupElement {
  let outermost = mark
  for (const element of ancestors(mark, index).slice(1)) {
    if (isBlockElement(element) || bare(markupText([element])) !== bare(markupText([mark]))) break
    outermost = element
  }
  return outermost
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
  {gone, index}: {gone: ReadonlySet<MarkupElement>; index: Index},
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
