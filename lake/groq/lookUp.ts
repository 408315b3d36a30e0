import {isObject} from '../documents/json.ts'
import type {GroqNode} from './tree.ts'
import type {View} from '../documents/view.ts'

/**
 * What the evaluator can be made to look up instead of scanning for it.
 * `text`: all strings of a document; the others: documents of a type, with a slug, with a reference, by id, by ids as
 * JSON.
 */
export type LookUp = 'text' | 'type' | 'slug' | 'references' | 'id' | 'ids'

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

/** Answers a dereference, whether of a stored reference or of a look-up. */
export function dereference(view: View, reference: string): unknown {
  if (!reference.startsWith(MARK)) return view.byId(reference)
  const [kind = '', ...rest] = reference.slice(1).split(':')
  const key = rest.join(':')
  if (kind === 'type') return view.byType(key)
  if (kind === 'slug') return view.bySlug(key)
  if (kind === 'references') return view.referrers(key)
  if (kind === 'id') return documentsOf(view, [key])
  if (kind === 'ids') return documentsOf(view, JSON.parse(key))
  return textOf(view.byId(key))
}

/** In order of `_id`, each once, as all documents are. */
function documentsOf(view: View, ids: string[]): unknown[] {
  return [...new Set(ids)].sort().flatMap((id) => view.byId(id) ?? [])
}

function textOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textOf)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => (key.startsWith('_') ? [] : textOf(item)))
}
