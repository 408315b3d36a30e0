import {Mutation as Patch} from '@sanity/mutator'

import {ValidationError} from '../errors.ts'
import type {LakeDocument} from './document.ts'

import {isForbiddenKey, isObject, type JsonObject} from './json.ts'

const NAME = String.raw`[^\s.[\]"'(){}]+`
const BRACKETS = String.raw`\[(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^[\]"'])+\]`
const PATH = new RegExp(`^(?:\\.\\.)?(?:${NAME}|${BRACKETS})(?:\\.{1,2}${NAME}|\\.{0,2}${BRACKETS})*$`)
const MAX_PATH_LENGTH = 1_024
const MAX_PATHS = 10_000
/** Each visits the whole document. */
const MAX_DESCENTS = 20

/**
 * The document with a patch applied: `set`, `setIfMissing`, `unset`, `diffMatchPatch`, `inc`, `dec`, `insert`, in this
 * order. What a path does not find stays as it is.
 *
 * @throws {ValidationError} 400, for a path that cannot be read and for a patch that cannot be applied.
 */
export function patched(document: LakeDocument, operations: JsonObject): JsonObject {
  const paths = pathsOf(operations)
  paths.forEach(assertPath)
  if (paths.length > MAX_PATHS) throw new ValidationError(`A patch may have ${MAX_PATHS} paths`)
  if (paths.filter((path) => path.includes('..')).length > MAX_DESCENTS)
    throw new ValidationError(`A patch may have ${MAX_DESCENTS} paths with a recursive descent`)
  // The mutator writes into what it is given when a path holds several values.
  const result = apply(structuredClone(document), operations)
  if (result?._type !== document._type) throw new ValidationError('A patch may not change _type')
  return {...result, _createdAt: document._createdAt}
}

/** Every place that the operations of a patch are about. */
export function pathsOf({unset, insert, set, setIfMissing, inc, dec, diffMatchPatch}: JsonObject): string[] {
  const keyed = [set, setIfMissing, inc, dec, diffMatchPatch].flatMap((fields) =>
    isObject(fields) ? Object.keys(fields) : [],
  )
  const inserted = isObject(insert) ? Object.values(insert).filter((value) => typeof value === 'string') : []
  const removed = Array.isArray(unset) ? unset.map(String) : []
  return [...keyed, ...inserted, ...removed]
}

/** Two recursive descents in one path would visit every pair of places. */
function assertPath(path: string): void {
  if (path.length > MAX_PATH_LENGTH || !PATH.test(path) || path.split('..').length > 2)
    throw new ValidationError(`"${path.slice(0, 200)}" is not a path`)
  const forbidden = path.split(/[^\w$]+/).find(isForbiddenKey)
  if (forbidden) throw new ValidationError(`The path "${path}" may not go through "${forbidden}"`)
}

function apply(document: LakeDocument, operations: JsonObject): JsonObject | null {
  try {
    return new Patch({mutations: [parsePatch(operations)]}).apply(document)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ValidationError(`The patch cannot be applied: ${reason}`, {cause})
  }
}

/** The mutator's own type of a patch is narrower than what it accepts. */
function parsePatch(patch: JsonObject): ConstructorParameters<typeof Patch>[0]['mutations'][number] {
  return JSON.parse(JSON.stringify({patch}))
}
