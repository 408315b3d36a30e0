import type {LakeDocument} from '../documents/document.ts'
import {placeOf} from '../documents/sortedList.ts'
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
  | {kind: 'every'; conditions: readonly Condition[]}

/** The keys of a condition that asks for a value: a string, or, of references, a list of them. */
export function keysFor(kind: Condition['kind'], value: unknown): string[] {
  const values = kind === 'reference' && Array.isArray(value) ? value : [value]
  return values.filter((key) => typeof key === 'string')
}

/** The documents for which the condition holds, in order of `_id`. */
export function documentsFor(condition: Condition, view: View): readonly LakeDocument[] {
  if (!isListed(condition)) return view.byIdPrefix('').filter(testOf(condition, view))
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

/** Tells whether the condition holds for a document of the view. */
export function testOf(condition: Condition, view: View): (document: LakeDocument) => boolean {
  if (condition.kind === 'any' || condition.kind === 'every') {
    const tests = condition.conditions.map((each) => testOf(each, view))
    if (condition.kind === 'any') return (document) => tests.some((test) => test(document))
    return (document) => tests.every((test) => test(document))
  }
  const {kind, keys} = condition
  if (kind === 'words') return (document) => hasWords(document, keys)
  if (kind === 'attributes') return (document) => keys.every((name) => Object.hasOwn(document, name))
  if (kind === 'prefix') return ({_id}) => keys.some((prefix) => _id.startsWith(prefix))
  if (kind === 'id') return ({_id}) => keys.includes(_id)
  if (kind === 'type') return ({_type}) => keys.includes(_type)
  if (kind === 'slug') return (document) => keys.includes(slugOf(document) ?? '\u0000')
  const lists = keys.map((key) => view.referrers(key))
  return ({_id}) => lists.some((list) => list[placeOf(list, (other) => other._id < _id)]?._id === _id)
}

type ListedOrAny = ListedCondition | {kind: 'any'; conditions: readonly Condition[]}

function isListed(condition: Condition): condition is ListedOrAny {
  if (condition.kind === 'any') return condition.conditions.every(isListed)
  return condition.kind !== 'words' && condition.kind !== 'attributes' && condition.kind !== 'every'
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
