import type {z} from 'zod'

import {ContentShapeError} from './errors'

/** As deep as content can be nested, and again as often for what the first rounds bring to light. */
const MAX_ROUNDS = 40

type Issue = z.core.$ZodIssue

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
  const tried = new Map<string, number>()
  let issues = keyed.error.issues
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const targets = leaveOutAll(mended, issues, tried)
    if (targets.length === 0) break
    leftOut.push(...targets)

    const parsed = schema.safeParse(mended)
    if (parsed.success) return {value: parsed.data, leftOut}
    issues = parsed.error.issues
  }
  throw new ContentShapeError(queryName, first.error)
}

/**
 * Leaves out every refused value once, from the end, so that no index shifts before it is used.
 * A value refused at the same path as before takes what holds it along: `tried` remembers how deep the last try went.
 */
function leaveOutAll(root: unknown, issues: readonly Issue[], tried: Map<string, number>): string[] {
  const dropped: string[] = []
  const targets = [...issues].sort(fromTheEnd).flatMap(({path}) => {
    const name = path.join('.')
    if (dropped.some((item) => name === item || name.startsWith(`${item}.`))) return []
    const depth = (tried.get(name) ?? path.length + 1) - 1
    const target = path.slice(0, depth)
    if (!leaveOut(root, target)) return []
    tried.set(name, depth)
    if (typeof target.at(-1) === 'number') dropped.push(target.join('.'))
    return [target.join('.')]
  })
  if (dropped.length > 0) tried.clear()
  return targets
}

function fromTheEnd({path: a}: Issue, {path: b}: Issue): number {
  const split = a.findIndex((part, index) => part !== b[index])
  if (split === -1 || split >= b.length) return b.length - a.length
  const [left, right] = [a[split], b[split]]
  return typeof left === 'number' && typeof right === 'number' ? right - left : 0
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
