import {isReferencesTitle} from '@/lib/manuscripts/sectionTitles'

import {isBlockElement} from './elements'
import {elementsIn, type MarkupElement, markupText} from './markup'
import {ancestors, fragmentOf, namesOf, type NoteIndex} from './noteIndex'

const MARK = /^(?:\d{1,4}|[ivxlc]{1,6}|[*†‡§¶]{1,4}|[a-z])$/i
const BRACKETS = /^[[({]|[\])}]$/g

/** Ids of Word, LibreOffice, Google Docs, mammoth, pandoc and remark; others may be a list of works. */
const NOTE_ID = /^(?:user-content-)?_?(?:ftn|edn|fn|footnote|endnote|sdfootnote|sdendnote|note)/i

export interface Note {
  mark: MarkupElement
  definition: MarkupElement
  /** Links in the definition that lead back into the text. */
  backLinks: Set<MarkupElement>
}

/** The notes of a text in reading order: a mark and a note are known by linking to each other, as every word processor writes them. */
export function findNotes(index: NoteIndex): Note[] {
  return [...index.order.keys()].flatMap((element) => noteAt(element, index) ?? [])
}

function noteAt(mark: MarkupElement, index: NoteIndex): Note | null {
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

function bare(text: string): string {
  return text.trim().replace(BRACKETS, '').trim()
}

/** The whole of a note: its paragraph, or the list item or division that begins with it. */
function definitionAround(target: MarkupElement, index: NoteIndex): MarkupElement | null {
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

/** A mark with the raised or bracketed text that is nothing but the mark. */
export function markWrapper(mark: MarkupElement, index: NoteIndex): MarkupElement {
  let outermost = mark
  for (const element of ancestors(mark, index).slice(1)) {
    if (isBlockElement(element) || bare(markupText([element])) !== bare(markupText([mark]))) break
    outermost = element
  }
  return outermost
}
