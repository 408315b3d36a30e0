import type {LakeDocument} from '../documents/document.ts'
import {isObject} from '../documents/json.ts'
import type {View} from '../documents/view.ts'

import {keysFor} from './conditions.ts'
import {changed} from './changed.ts'
import {documentsOf, type Selection, type Strategy} from './selection.ts'
import type {GroqNode} from './tree.ts'
import {wordsFor} from './words.ts'

/**
 * What the evaluator can be made to ask its host for instead of finding it itself.
 * `text`: a function, the words of an object that some terms are about. `select`: documents, by a {@link Selection}; `selectBy`: a function of the
 * key of its first condition. `passed`: true, noting that one has passed the filter after a selection. `changed`: a
 * function, see {@link changed}.
 */
export type LookUp = 'text' | 'select' | 'selectBy' | 'passed' | 'changed'

// No id contains a NUL, so no stored reference can be taken for a look-up.
const MARK = '\u0000'

/**
 * A node that the evaluator answers by a look-up. It is a dereference, because that is the one thing groq-js asks its
 * host for. `key` must evaluate to a string.
 */
export function lookUp(kind: LookUp, key: GroqNode): GroqNode {
  const reference = {type: 'OpCall', op: '+', left: {type: 'Value', value: `${MARK}${kind}:`}, right: key}
  return {
    type: 'Deref',
    base: {type: 'Object', attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: reference}]},
  }
}

/** The words in the texts of `@` that some term is about, as often as they occur. */
export function textOfThis(terms: readonly string[]): GroqNode {
  return hostCall('text', {type: 'Value', value: JSON.stringify(terms)}, [{type: 'This'}])
}

/** The documents of a selection. `key`, evaluated where the selection is, is what its first condition asks for. */
export function select(selection: Selection, key?: GroqNode): GroqNode {
  const json = (value: unknown) => ({type: 'Value', value: JSON.stringify(value)})
  return key ? hostCall('selectBy', json(selection), [key]) : lookUp('select', json(selection))
}

/**
 * A call of the host with arguments of any kind. groq-js adds lists by the `concat` of the left one, and this look-up
 * answers a list with a `concat` of its own.
 */
export function hostCall(kind: LookUp, key: GroqNode, args: GroqNode[]): GroqNode {
  const elements = args.map((value) => ({type: 'ArrayElement', value, isSplat: false}))
  return {type: 'OpCall', host: kind, op: '+', left: lookUp(kind, key), right: {type: 'Array', elements}}
}

export interface LookUpOptions {
  /** The value of an expression of which `item` is the root. */
  evaluate(expr: GroqNode, item: unknown): unknown
  onStrategy?: (strategy: Strategy | 'early stop') => void
}

/** Answers the dereferences of one evaluation, whether of stored references or of look-ups. */
export function createDereference(view: View, options: LookUpOptions): (reference: string) => unknown {
  const passed = new Map<number, number>()

  return (reference) => {
    if (!reference.startsWith(MARK)) return view.byId(reference)
    const colon = reference.indexOf(':')
    const [kind, key] = [reference.slice(1, colon), reference.slice(colon + 1)]
    if (kind === 'select') return selected(JSON.parse(key))
    if (kind === 'selectBy') return host(([value]) => selected(withKey(JSON.parse(key), value)))
    if (kind === 'passed') return passed.set(Number(key), (passed.get(Number(key)) ?? 0) + 1) && true
    if (kind === 'changed') return host(([before, after]) => changed(key, {before, after}, options.evaluate))
    return host(([value]) => (isObject(value) ? wordsFor(value, JSON.parse(key)) : []))
  }

  function selected(selection: Selection): unknown {
    const documents = documentsOf(selection, view, options.onStrategy)
    const {limit, counter} = selection
    if (limit === undefined) return Array.isArray(documents) ? documents : [...documents]
    if (counter === undefined) return [...firstOf(documents, limit)]
    passed.set(counter, 0)
    return iterable(untilPassed(documents, {limit, counter}))
  }

  function* untilPassed(
    documents: Iterable<LakeDocument>,
    {limit, counter}: {limit: number; counter: number},
  ): Generator<LakeDocument> {
    for (const document of documents) {
      if ((passed.get(counter) ?? 0) >= limit) return options.onStrategy?.('early stop')
      yield document
    }
  }
}

function withKey(selection: Selection, key: unknown): Selection {
  const [first, ...others] = selection.conditions
  if (!first || first.kind === 'any' || first.kind === 'every') return selection
  return {...selection, conditions: [{...first, keys: keysFor(first.kind, key)}, ...others]}
}

/** The list that groq-js calls when it means to add to it. */
function host(call: (args: unknown[]) => unknown): unknown[] {
  return Object.assign([], {concat: call})
}

function* firstOf(documents: Iterable<LakeDocument>, limit: number): Generator<LakeDocument> {
  let taken = 0
  if (limit > 0)
    for (const document of documents) {
      yield document
      if (++taken >= limit) return
    }
}

/** groq-js walks what a filter filters with `for … of`, once. */
function iterable(items: Iterable<unknown>): unknown[] {
  return Object.assign([], {[Symbol.iterator]: () => items[Symbol.iterator]()})
}
