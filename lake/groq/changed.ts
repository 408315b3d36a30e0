import {isObject} from '../documents/json.ts'

import {selectedPaths, valueAt, type Evaluate, type Path} from './selector.ts'
import type {GroqNode} from './tree.ts'

/** What `diff::changedAny` and `diff::changedOnly` answer. `key` is the function's name and its selector, as JSON. */
export function changed(key: string, {before, after}: {before: unknown; after: unknown}, evaluate: Evaluate): boolean {
  const {name, selector}: {name: string; selector: GroqNode} = JSON.parse(key)
  const answer = name === 'changedAny' ? hasAnyChanged : haveOnlyChanged
  return answer(before, after, (value) => selectedPaths(selector, value, evaluate))
}

function hasAnyChanged(before: unknown, after: unknown, select: (value: unknown) => Path[]): boolean {
  const paths = select(before)
  if (paths.length !== select(after).length) return true
  return paths.some(
    (path) => hasMoved(path, before, after) || !isDeepEqual(valueAt(before, path), valueAt(after, path)),
  )
}

/** Whether a list on the way has become longer or shorter. */
function hasMoved(path: Path, before: unknown, after: unknown): boolean {
  return path.some((segment, index) => {
    if (typeof segment !== 'number') return false
    const [left, right] = [before, after].map((value) => valueAt(value, path.slice(0, index)))
    return !Array.isArray(left) || !Array.isArray(right) || left.length !== right.length
  })
}

function haveOnlyChanged(before: unknown, after: unknown, select: (value: unknown) => Path[]): boolean {
  const allowed = select(before)
  return [...changedPaths(before, after, [])].every((path) =>
    allowed.some((prefix) => prefix.every((segment, index) => path[index] === segment)),
  )
}

function* changedPaths(before: unknown, after: unknown, path: Path): Generator<Path> {
  if (isDeepEqual(before, after)) return
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    for (const index of before.keys()) yield* changedPaths(before[index], after[index], [...path, index])
  } else if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* changedPaths(before[key], after[key], [...path, key])
  } else yield path
}

function isDeepEqual(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isDeepEqual(item, right[index]))
  if (!isObject(left) || !isObject(right)) return (left ?? null) === (right ?? null)
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isDeepEqual(left[key], right[key]))
  )
}
