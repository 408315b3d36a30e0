import {referencedIds} from '../documents/references.ts'
import type {LakeDocument} from '../documents/document.ts'
import {slugOf, union, type View} from '../documents/view.ts'

/** A part of a filter that an index answers exactly. */
export interface Condition {
  kind: 'id' | 'prefix' | 'slug' | 'reference' | 'type'
  /** Any of them: whole ids, the beginning of an id, slugs, ids that are referred to, types. */
  keys: readonly string[]
}

/** The keys of a condition that asks for a value: a string, or, of references, a list of them. */
export function keysFor(kind: Condition['kind'], value: unknown): string[] {
  const values = kind === 'reference' && Array.isArray(value) ? value : [value]
  return values.filter((key) => typeof key === 'string')
}

/** The documents for which the condition holds, in order of `_id`. */
export function documentsFor({kind, keys}: Condition, view: View): readonly LakeDocument[] {
  const [first = ''] = keys
  if (kind === 'prefix') return view.byIdPrefix(first)
  if (kind === 'id') return [...new Set(keys)].sort().flatMap((id) => view.byId(id) ?? [])
  const read = {slug: view.bySlug, reference: view.referrers, type: view.byType}[kind]
  return union(keys.map(read))
}

/** About how many documents the condition holds for, without reading them. */
export function sizeOf({kind, keys}: Condition, view: View): number {
  if (kind === 'id' || kind === 'prefix') return kind === 'id' ? keys.length : view.all().length
  return keys.reduce((sum, key) => sum + view.count(kind, key), 0)
}

/** Whether the condition holds for one document. */
export function isMet({kind, keys}: Condition, document: LakeDocument): boolean {
  if (kind === 'prefix') return keys.some((prefix) => document._id.startsWith(prefix))
  if (kind === 'id') return keys.includes(document._id)
  if (kind === 'type') return keys.includes(document._type)
  if (kind === 'slug') return keys.includes(slugOf(document) ?? '\u0000')
  const references = referencedIds(document)
  return keys.some((key) => references.has(key))
}
