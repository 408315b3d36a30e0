import {field, isNode, text, walk} from '@/lib/portable-text/walk'

import {letter} from './letters'

/** One item of one citation, pointing at one entry of the list. */
export interface CitedItem {
  referenceId: string
  /** By first use, from 1. */
  number: number
  /** The mark's own id, where the entry's backlink leads. */
  id: string
  /** Fragment of the entry in the list. */
  href: string
  /** The item as it was read: locator, prefix, suffix. */
  item: object
}

/** One entry of the reference list. */
export interface NumberedReference {
  referenceId: string
  number: number
  /** Fragment id of the entry. */
  id: string
  /** False for further reading that the text does not cite. */
  cited: boolean
  /** Ids of its marks in reading order; empty when not cited. */
  marks: readonly string[]
}

export interface CitationNumbering {
  /** Reference ids; index 0 is printed as 1. Cited ones by first use, then uncited further reading. */
  order: readonly string[]
  /** The list itself, in the same order. */
  references: readonly NumberedReference[]
  /** Every citation in reading order, each with its items that can be read, in the writer's order. */
  citations: ReadonlyMap<object, readonly CitedItem[]>
}

/** What numbering reads of an article; every part may be missing or malformed. */
export interface CitingArticle {
  leadImage?: unknown
  body?: unknown
  furtherReading?: unknown
}

/**
 * Numbers references by first use in reading order: the lead figure's caption, then the body with captions, callouts
 * and, where its mark stands, each note. Further reading that nothing cites follows.
 *
 * An item's `reference` is the resolved document (`{_id}`), or a bare `{_ref}` that counts when `readable` holds it.
 * Further reading may also be bare ids. Anything else is an unpublished or deleted reference: it gets no number and leaves no gap.
 * A citation that names the same place in the same work twice counts once.
 */
export function numberCitations(article: CitingArticle, readable: Iterable<string> = []): CitationNumbering {
  const readableIds = new Set(readable)
  const marks = new Map<string, string[]>()
  const numbers = new Map<string, number>()
  const citations = new Map<object, CitedItem[]>()

  for (const citation of citationsIn(article)) {
    const cited: CitedItem[] = []
    const seen = new Set<string>()
    for (const item of itemsOf(citation)) {
      const referenceId = referenceIdOf(field(item, 'reference'), readableIds)
      if (referenceId === null || isRepeated(seen, referenceId, item)) continue
      const number = numberOf(numbers, referenceId)
      const used = marks.get(referenceId) ?? []
      const id = `cite-${number}-${letter(used.length)}`
      used.push(id)
      marks.set(referenceId, used)
      cited.push({referenceId, number, id, href: `#${referenceAnchor(number)}`, item})
    }
    citations.set(citation, cited)
  }
  for (const entry of listOf(article.furtherReading)) {
    const referenceId = referenceIdOf(entry, readableIds)
    if (referenceId !== null) numberOf(numbers, referenceId)
  }

  const order = [...numbers.keys()]
  const references = order.map((referenceId, index): NumberedReference => {
    const used = marks.get(referenceId) ?? []
    return {referenceId, number: index + 1, id: referenceAnchor(index + 1), cited: used.length > 0, marks: used}
  })
  return {order, references, citations}
}

/** The number that a work has, or the next one. */
function numberOf(numbers: Map<string, number>, referenceId: string): number {
  const number = numbers.get(referenceId) ?? numbers.size + 1
  numbers.set(referenceId, number)
  return number
}

function isRepeated(seen: Set<string>, referenceId: string, item: object): boolean {
  const key = JSON.stringify([referenceId, ...PLACE_FIELDS.map((name) => text(item, name).trim())])
  const isKnown = seen.has(key)
  seen.add(key)
  return isKnown
}

const PLACE_FIELDS = ['locator', 'label', 'prefix', 'suffix']

function referenceAnchor(number: number): string {
  return `ref-${number}`
}

function* citationsIn({leadImage, body}: CitingArticle): Generator<object> {
  const lead = isNode(leadImage) ? [leadImage] : [{_type: 'figure', ...recordOf(leadImage)}]
  for (const node of walk([...lead, ...listOf(body)])) {
    if (node._type === 'citation') yield node
  }
}

function itemsOf(citation: object): object[] {
  return listOf(field(citation, 'items')).filter(isObject)
}

function referenceIdOf(reference: unknown, readableIds: ReadonlySet<string>): string | null {
  if (typeof reference === 'string') return readableIds.has(reference) ? reference : null
  if (!isObject(reference)) return null
  const id = field(reference, '_id')
  if (typeof id === 'string') return id
  const ref = field(reference, '_ref')
  return typeof ref === 'string' && readableIds.has(ref) ? ref : null
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function recordOf(value: unknown): object {
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
