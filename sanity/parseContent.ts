import type {z} from 'zod'

import {ContentShapeError} from './errors'

const MAX_MENDS = 100

interface ParsedContent<Value> {
  value: Value
  /** Where something was left out, as paths: `body.3.credit.url`. */
  leftOut: string[]
}

/**
 * A query's result, parsed; what the schema refuses is left out as sparingly as possible, so that one bad block,
 * imported or written by an older schema, does not take the page with it.
 *
 * Items without a `_key` get one. The refused value is made `null`; if it may not be absent, then what holds it, up to the list item it is part of, which is dropped.
 *
 * @throws {ContentShapeError} when nothing can be left out that would help.
 */
export function parseContent<Schema extends z.ZodType>(
  queryName: string,
  schema: Schema,
  data: unknown,
): ParsedContent<z.output<Schema>> {
  const first = schema.safeParse(data)
  if (first.success) return {value: first.data, leftOut: []}

  const mended: unknown = structuredClone(data)
  giveKeys(mended)
  const keyed = schema.safeParse(mended)
  if (keyed.success) return {value: keyed.data, leftOut: []}

  const leftOut: string[] = []
  let last: {path: string; depth: number} | null = null
  let error = keyed.error
  while (leftOut.length < MAX_MENDS) {
    const [issue] = error.issues
    const path = issue?.path ?? []
    const depth: number = last?.path === path.join('.') ? last.depth - 1 : path.length
    const target = path.slice(0, depth)
    if (!leaveOut(mended, target)) break
    leftOut.push(target.join('.'))
    last = typeof target.at(-1) === 'number' ? null : {path: path.join('.'), depth}

    const parsed = schema.safeParse(mended)
    if (parsed.success) return {value: parsed.data, leftOut}
    error = parsed.error
  }
  throw new ContentShapeError(queryName, first.error)
}

/** Fills in the `_key` of list items that were written without one, as scripts do; only the Studio needs it to last. */
function giveKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (memberOf(item, '_key') === null) Reflect.set(item, '_key', `item-${index}`)
    }
  }
  for (const member of Object.values(value)) giveKeys(member)
}

/** Drops the list item, or makes the field `null`, that a path leads to; `false` when there is no such place. */
function leaveOut(root: unknown, path: readonly PropertyKey[]): boolean {
  const key = path.at(-1)
  const holder = path.slice(0, -1).reduce(memberOf, root)
  if (Array.isArray(holder) && typeof key === 'number') return holder.splice(key, 1).length === 1
  if (typeof holder !== 'object' || holder === null || key === undefined) return false
  return Reflect.set(holder, key, null)
}

function memberOf(holder: unknown, key: PropertyKey): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined
}
