import type {LakeDocument} from './document.ts'

import {isObject, type JsonObject} from './json.ts'

/** Every `_ref` in the value, weak and strong, each once. Like GROQ, it does not look inside a reference. */
export function referencedIds(value: unknown, found = new Set<string>()): Set<string> {
  visit(value, (reference) => found.add(reference))
  return found
}

/**
 * The ids that must exist for the document to be valid: references that are neither weak nor into another dataset.
 * No id has a colon; with one, it is an address such as `media-library:…`.
 */
export function strongReferences(document: LakeDocument): Set<string> {
  const found = new Set<string>()
  visit(document, (id, {_weak, _dataset, _projectId}) => {
    if (_weak !== true && !_dataset && !_projectId && !id.includes(':')) found.add(id)
  })
  return found
}

/** The value with references that were weak only until publishing made strong. */
export function strengthenReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthenReferences)
  if (!isObject(value)) return value
  const {_strengthenOnPublish: strengthen, _weak: weak, ...rest} = value
  const entries = Object.entries(rest).map(([key, item]) => [key, strengthenReferences(item)])
  const staysWeak = weak !== undefined && (!isObject(strengthen) || strengthen.weak === true)
  return {...Object.fromEntries(entries), ...(staysWeak ? {_weak: weak} : {})}
}

function visit(value: unknown, onReference: (id: string, reference: JsonObject) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, onReference)
  } else if (isObject(value)) {
    if (typeof value._ref === 'string' && value._ref) onReference(value._ref, value)
    else for (const item of Object.values(value)) visit(item, onReference)
  }
}
