import type {LakeDocument} from '../documents/document.ts'
import {referencedIds} from '../documents/references.ts'
import {slugOf, union, type View} from '../documents/view.ts'

import {hasWords} from './words.ts'

/** What can be told of a document without evaluating a query. */
export type Condition = ListedCondition | TestedCondition

/** Answered by a list: whole ids, the beginning of an id, slugs, ids that are referred to, types; any of the keys. */
interface ListedCondition {
  kind: 'id' | 'prefix' | 'slug' | 'reference' | 'type'
  keys: readonly string[]
}

type TestedCondition =
  /** A word for each of these terms of a pattern is in it. */
  | {kind: 'words'; keys: readonly string[]}
  /** It has these attributes. */
  | {kind: 'attributes'; keys: readonly string[]}
  | {kind: 'any'; conditions: readonly Condition[]}

/** The keys of a condition that asks for a value: a string, or, of references, a list of them. */
export function keysFor(kind: Condition['kind'], value: unknown): string[] {
  const values = kind === 'reference' && Array.isArray(value) ? value : [value]
  return values.filter((key) => typeof key === 'string')
}

/** The documents for which the condition holds, in order of `_id`. */
export function documentsFor(condition: Condition, view: View): readonly LakeDocument[] {
  if (!isListed(condition)) return view.byIdPrefix('').filter((document) => isMet(condition, document))
  if (condition.kind === 'any') return union(condition.conditions.map((each) => documentsFor(each, view)))
  const {kind, keys} = condition
  const [first = ''] = keys
  if (kind === 'prefix') return view.byIdPrefix(first)
  if (kind === 'id') return [...new Set(keys)].sort().flatMap((id) => view.byId(id) ?? [])
  const read = {slug: view.bySlug, reference: view.referrers, type: view.byType}[kind]
  return union(keys.map(read))
}

/** About how many documents would be read for the condition. */
export function sizeOf(condition: Condition, view: View): number {
  if (!isListed(condition)) return view.all().length + 1
  if (condition.kind === 'any') return sum(condition.conditions.map((each) => sizeOf(each, view)))
  const {kind, keys} = condition
  if (kind === 'id' || kind === 'prefix') return kind === 'id' ? keys.length : view.all().length
  return sum(keys.map((key) => view.count(kind, key)))
}

/** Whether the condition holds for one document. */
export function isMet(condition: Condition, document: LakeDocument): boolean {
  if (condition.kind === 'any') return condition.conditions.some((each) => isMet(each, document))
  const {kind, keys} = condition
  if (kind === 'words') return hasWords(document, keys)
  if (kind === 'attributes') return keys.every((name) => Object.hasOwn(document, name))
  if (kind === 'prefix') return keys.some((prefix) => document._id.startsWith(prefix))
  if (kind === 'id') return keys.includes(document._id)
  if (kind === 'type') return keys.includes(document._type)
  if (kind === 'slug') return keys.includes(slugOf(document) ?? '\u0000')
  const references = referencedIds(document)
  return keys.some((key) => references.has(key))
}

type IsListed = ListedCondition | {kind: 'any'; conditions: readonly Condition[]}

function isListed(condition: Condition): condition is IsListed {
  if (condition.kind === 'any') return condition.conditions.every(isListed)
  return condition.kind !== 'words' && condition.kind !== 'attributes'
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
