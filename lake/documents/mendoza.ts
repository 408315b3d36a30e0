import type {Effects, LakeDocument} from './document.ts'
import {isObject, type JsonObject} from './json.ts'

/** @see https://github.com/sanity-io/mendoza/blob/main/docs/format.md */
const Op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppendString: 22,
  stringAppendSlice: 23,
} as const

/** What a transaction did to a document, both ways. `_rev` is left out: listeners know it from the transaction. */
export function documentEffects(before: LakeDocument | null, after: LakeDocument | null): Effects {
  const [from, to] = [withoutRevision(before), withoutRevision(after)]
  return {apply: encodePatch(from, to), revert: encodePatch(to, from)}
}

/** A mendoza patch that leads from `before` to `after`, both JSON values. */
export function encodePatch(before: unknown, after: unknown): unknown[] {
  if (isObject(before) && isObject(after)) return objectPatch(before, after)
  return isEqual(before, after) ? [] : [Op.value, after]
}

/** Whether two JSON values are the same, whatever the order of their keys. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isEqual(item, b[i]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
}

/** Edits an output that begins as a copy of `before`. */
function objectPatch(before: JsonObject, after: JsonObject): unknown[] {
  const fields = Object.keys(before)
    .sort()
    .flatMap((key, index) => {
      if (!Object.hasOwn(after, key)) return [Op.objectDeleteField, index]
      if (isEqual(before[key], after[key])) return []
      return fieldPatch(before[key], after[key], index) ?? [Op.objectSetFieldValue, after[key], key]
    })
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key))
  return [...fields, ...added.flatMap((key) => [Op.objectSetFieldValue, after[key], key])]
}

/** Null when the new value must be written whole: an empty one cannot be built from nothing. */
function fieldPatch(before: unknown, after: unknown, index: number): unknown[] | null {
  if (isObject(before) && isObject(after)) {
    return [Op.pushFieldCopy, index, ...objectPatch(before, after), Op.returnIntoObjectSameKeyPop]
  }
  const content = blankPatch(before, after)
  return content && [Op.pushFieldBlank, index, ...content, Op.returnIntoObjectSameKeyPop]
}

function blankPatch(before: unknown, after: unknown): unknown[] | null {
  if (Array.isArray(before) && Array.isArray(after) && after.length > 0) return arrayPatch(before, after)
  if (typeof before === 'string' && typeof after === 'string') return stringPatch(before, after)
  return null
}

/** Elements that stayed are copied in runs; one with the same `_key` is edited; any other is written whole. */
function arrayPatch(before: unknown[], after: unknown[]): unknown[] {
  const indexByKey = new Map(before.map((item, index) => [keyOf(item) ?? index, index]))
  const patch: unknown[] = []
  let run: [start: number, end: number] | null = null
  const endRun = () => {
    if (run) patch.push(Op.arrayAppendSlice, ...run)
    run = null
  }
  after.forEach((item, position) => {
    const index: number = indexByKey.get(keyOf(item) ?? '') ?? (run ? run[1] : position)
    const previous = before[index]
    if (index < before.length && isEqual(previous, item)) {
      if (run?.[1] !== index) endRun()
      run = [run ? run[0] : index, index + 1]
      return
    }
    endRun()
    if (isObject(previous) && isObject(item) && keyOf(item) !== null && keyOf(previous) === keyOf(item)) {
      patch.push(Op.pushElementCopy, index, ...objectPatch(previous, item), Op.returnIntoArrayPop)
    } else {
      patch.push(Op.arrayAppendValue, item)
    }
  })
  endRun()
  return patch
}

/** One replacement between a common beginning and a common end. Offsets in the format are UTF-8 bytes. */
function stringPatch(before: string, after: string): unknown[] | null {
  const prefix = sharedPrefix(before, after)
  const suffix = sharedSuffix(before.slice(prefix), after.slice(prefix))
  if (prefix + suffix === 0) return null
  const total = Buffer.byteLength(before)
  const inserted = after.slice(prefix, after.length - suffix)
  return [
    ...(prefix ? [Op.stringAppendSlice, 0, Buffer.byteLength(before.slice(0, prefix))] : []),
    ...(inserted ? [Op.stringAppendString, inserted] : []),
    ...(suffix ? [Op.stringAppendSlice, total - Buffer.byteLength(before.slice(before.length - suffix)), total] : []),
  ]
}

/** In UTF-16 units, and never half of a surrogate pair. */
function sharedPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length
}

function sharedSuffix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++
  return isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function keyOf(item: unknown): string | null {
  return isObject(item) && typeof item._key === 'string' ? item._key : null
}

/** What effects are about: everything of a document but `_rev`. */
export function withoutRevision(document: LakeDocument | null): JsonObject | null {
  if (!document) return null
  const {_rev, ...attributes} = document
  return attributes
}
