import {ValidationError} from '../errors.ts'

export type JsonObject = Record<string, unknown>

const MAX_DEPTH = 64
/** What a mutation wraps around the attributes of a document. */
const WRAPPING_DEPTH = 4
const MAX_ATTRIBUTES = 8_000
const MAX_KEY_LENGTH = 1_024
const MAX_DOCUMENT_BYTES = 32_000_000

/** Names that would reach into JavaScript's own objects in whatever reads the document later. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])

type Place = (string | number)[]

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value nests at most so many levels and holds at most so many values. It looks no further, whatever was sent. */
export function isWithin(value: unknown, limits: {levels: number; values: number}): boolean {
  let left = limits.values
  const fits = (inner: unknown, levels: number): boolean => {
    if (typeof inner !== 'object' || inner === null) return true
    const values = Object.values(inner)
    left -= values.length
    return left >= 0 && levels > 0 && values.every((one) => fits(one, levels - 1))
  }
  return fits(value, limits.levels)
}

export function isForbiddenKey(key: string): boolean {
  return FORBIDDEN_KEYS.has(key)
}

/**
 * Refuses what JSON or JavaScript would not carry faithfully: forbidden or empty keys, lone surrogates, infinite
 * numbers, nesting deeper than 64.
 *
 * @param root what to call the value in the message, when it is a request and not yet a document.
 * @throws {ValidationError} 400, naming the place.
 */
export function assertStorable(value: unknown, root = ''): void {
  if (root) visit(value, [root], MAX_DEPTH + WRAPPING_DEPTH)
  else visit(value, [], MAX_DEPTH)
}

function visit(value: unknown, place: Place, maxDepth: number): void {
  if (place.length > maxDepth) throw new ValidationError(`Invalid value: max depth of ${MAX_DEPTH} exceeded`)
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new ValidationError(`${nameOf(place)} has a lone surrogate`)
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new ValidationError(`${nameOf(place)} is not a finite number`)
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => within(place, index, () => visit(item, place, maxDepth)))
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      assertKey(key, place)
      within(place, key, () => visit(value[key], place, maxDepth))
    }
  }
}

function within(place: Place, step: string | number, visitInner: () => void): void {
  place.push(step)
  visitInner()
  place.pop()
}

function assertKey(key: string, place: Place): void {
  if (key && key.length <= MAX_KEY_LENGTH && !isForbiddenKey(key) && key.isWellFormed()) return
  throw new ValidationError(`${nameOf(place)} may not have the key "${key.slice(0, 80).toWellFormed()}"`)
}

function nameOf(place: Place): string {
  const name = place.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  return name.slice(1, 200) || 'The document'
}

/** The value as it will be read back from the store. @throws {ValidationError} 400, when it is too large. */
export function canonical<T extends JsonObject>(value: T): T {
  const json = JSON.stringify(value)
  if (Buffer.byteLength(json) > MAX_DOCUMENT_BYTES)
    throw new ValidationError(`The document exceeds the limit of ${MAX_DOCUMENT_BYTES} bytes`)
  if (countAttributes(value) > MAX_ATTRIBUTES)
    throw new ValidationError(`The document exceeds the limit of ${MAX_ATTRIBUTES} attributes`)
  return JSON.parse(json)
}

/** The paths of attributes in each other; items of a list share theirs. */
interface Paths extends Map<string, Paths> {}

function countAttributes(value: unknown, paths: Paths = new Map()): number {
  if (Array.isArray(value)) return value.reduce((count: number, item) => count + countAttributes(item, paths), 0)
  if (!isObject(value)) return 0
  let count = 0
  for (const key of Object.keys(value)) {
    const known = paths.get(key)
    const inner = known ?? new Map()
    if (!known) paths.set(key, inner)
    count += (known ? 0 : 1) + countAttributes(value[key], inner)
  }
  return count
}
