import {field, isNode} from '@/lib/portable-text/walk'

import type {SpotPath} from './problem'

/** One place where a document names a reference. */
export interface Use {
  /** Without `drafts.`; null in a citation that names nothing. */
  referenceId: string | null
  /** Leads to the item in the citation, or in the list. */
  path: SpotPath
  isCited: boolean
}

/** What a document that cites may hold; every part may be missing or malformed. */
export interface CitingDocument {
  _type?: unknown
  leadImage?: unknown
  body?: unknown
  furtherReading?: unknown
}

/** Every use of a reference in reading order: lead caption, text with captions and notes, then further reading. */
export function usesOf({leadImage, body, furtherReading}: CitingDocument): Use[] {
  return [
    ...citationsIn(leadImage, ['leadImage']),
    ...citationsIn(body, ['body']),
    ...members(furtherReading, ['furtherReading']).map(([entry, path]): Use => ({
      referenceId: refOf(entry),
      path,
      isCited: false,
    })),
  ]
}

/** The ids of the references that a document names, each once, in reading order. */
export function referencesIn(document: CitingDocument): string[] {
  return [...new Set(usesOf(document).flatMap(({referenceId}) => referenceId ?? []))]
}

function* citationsIn(value: unknown, path: SpotPath): Generator<Use> {
  if (Array.isArray(value)) {
    for (const [member, place] of members(value, path)) yield* citationsIn(member, place)
  } else if (isNode(value) && value._type === 'citation') {
    yield* usesIn(value, path)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) yield* citationsIn(member, [...path, name])
  }
}

function usesIn(citation: object, path: SpotPath): Use[] {
  const items = members(field(citation, 'items'), [...path, 'items'])
  if (items.length === 0) return [{referenceId: null, path, isCited: true}]
  return items.map(([item, place]) => ({
    referenceId: isObject(item) ? refOf(field(item, 'reference')) : null,
    path: [...place, 'reference'],
    isCited: true,
  }))
}

function members(list: unknown, path: SpotPath): [member: unknown, path: SpotPath][] {
  if (!Array.isArray(list)) return []
  return list.map((member: unknown, index) => {
    const key = isObject(member) ? field(member, '_key') : undefined
    return [member, [...path, typeof key === 'string' ? {_key: key} : index]]
  })
}

function refOf(pointer: unknown): string | null {
  const ref = isObject(pointer) ? field(pointer, '_ref') : undefined
  return typeof ref === 'string' && ref !== '' ? ref.replace(/^drafts\./, '') : null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
