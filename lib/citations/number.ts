import {field, isNode, walk} from '@/lib/portable-text/walk'

import {citedLabel, spokenLabel} from './calloutLabels'
import {letter} from './letters'

/** One mark in the text: one item of one citation, pointing at one entry of the list. */
export interface Callout {
  referenceId: string
  /** The entry's number in the list, from 1. */
  number: number
  /** Which citation of this reference it is: `a`, `b` … */
  letter: string
  /** The mark's own id, where the entry's backlink leads. */
  id: string
  /** Fragment of the entry in the list. */
  href: string
  /** `2`, `2, p. 4`, `see 2, p. 4`. */
  label: string
  /** `Reference 2, page 4`. */
  ariaLabel: string
}

export interface Backlink {
  href: string
  letter: string
  ariaLabel: string
}

/** One entry of the reference list. */
export interface NumberedReference {
  referenceId: string
  number: number
  /** Fragment id of the entry. */
  id: string
  /** False for further reading that the text does not cite. */
  cited: boolean
  /** In reading order; empty when not cited. */
  backlinks: readonly Backlink[]
}

export interface CitationNumbering {
  /** Reference ids; index 0 is printed as 1. Cited ones by first use, then uncited further reading. */
  order: readonly string[]
  /** The list itself, in the same order. */
  references: readonly NumberedReference[]
  /** The marks of a citation, in the order of its items; empty when none of its references can be read. */
  calloutsOf: (citation: object) => readonly Callout[]
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
 */
export function numberCitations(article: CitingArticle, readable: Iterable<string> = []): CitationNumbering {
  const readableIds = new Set(readable)
  const occurrences = new Map<string, number>()
  const order: string[] = []
  const drafts: {citation: object; referenceId: string; item: object; occurrence: number}[] = []

  for (const citation of citationsIn(article)) {
    for (const item of itemsOf(citation)) {
      const referenceId = referenceIdOf(field(item, 'reference'), readableIds)
      if (referenceId === null) continue
      if (!occurrences.has(referenceId)) order.push(referenceId)
      const occurrence = occurrences.get(referenceId) ?? 0
      occurrences.set(referenceId, occurrence + 1)
      drafts.push({citation, referenceId, item, occurrence})
    }
  }
  for (const entry of listOf(article.furtherReading)) {
    const referenceId = referenceIdOf(entry, readableIds)
    if (referenceId !== null && !order.includes(referenceId)) order.push(referenceId)
  }

  const numbers = new Map(order.map((id, index) => [id, index + 1]))
  const byNode = new Map<object, Callout[]>()
  const byKey = new Map<string, Callout[] | null>()
  for (const {citation, referenceId, item, occurrence} of drafts) {
    const callouts = byNode.get(citation) ?? startCallouts(citation, byNode, byKey)
    callouts.push(calloutOf(item, {referenceId, number: numbers.get(referenceId) ?? 0, letter: letter(occurrence)}))
  }

  return {
    order,
    references: order.map((id, index) => numberedReference(id, index + 1, occurrences.get(id) ?? 0)),
    calloutsOf: (citation) => byNode.get(citation) ?? byKey.get(keyOf(citation)) ?? [],
  }
}

/** Keys are unique within one array only, so two citations of one key are told apart by identity alone. */
function startCallouts(citation: object, byNode: Map<object, Callout[]>, byKey: Map<string, Callout[] | null>) {
  const callouts: Callout[] = []
  const key = keyOf(citation)
  byNode.set(citation, callouts)
  byKey.set(key, byKey.has(key) ? null : callouts)
  return callouts
}

function calloutOf(item: object, place: {referenceId: string; number: number; letter: string}): Callout {
  return {
    ...place,
    id: calloutId(place.number, place.letter),
    href: `#${referenceAnchor(place.number)}`,
    label: citedLabel(place.number, item),
    ariaLabel: spokenLabel(place.number, item),
  }
}

function numberedReference(referenceId: string, number: number, uses: number): NumberedReference {
  const backlinks = Array.from({length: uses}, (_, index) => ({
    href: `#${calloutId(number, letter(index))}`,
    letter: letter(index),
    ariaLabel: `Back to citation ${index + 1} of ${uses} of reference ${number}`,
  }))
  return {referenceId, number, id: referenceAnchor(number), cited: uses > 0, backlinks}
}

function referenceAnchor(number: number): string {
  return `ref-${number}`
}

function calloutId(number: number, occurrenceLetter: string): string {
  return `cite-${number}-${occurrenceLetter}`
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

function keyOf(node: object): string {
  const key = field(node, '_key')
  return typeof key === 'string' ? key : ''
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
