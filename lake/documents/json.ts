import {BadRequestError} from '../errors.ts'

export type JsonObject = Record<string, unknown>

const MAX_DEPTH = 64
const MAX_DOCUMENT_LENGTH = 8 * 1024 * 1024

/** Names that would reach into JavaScript's own objects in whatever reads the document later. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Refuses what JSON or JavaScript would not carry faithfully: forbidden keys, lone surrogates, infinite numbers,
 * nesting deeper than 64.
 *
 * @throws {BadRequestError} 400, naming the place.
 */
export function assertStorable(value: unknown, place = '', depth = 0): void {
  if (depth > MAX_DEPTH) throw new BadRequestError(`${place.slice(0, 80)}… is nested deeper than ${MAX_DEPTH}`)
  if (typeof value === 'string' && !value.isWellFormed()) throw new BadRequestError(`${place} has a lone surrogate`)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new BadRequestError(`${place} is not a finite number`)
  if (Array.isArray(value)) value.forEach((item, index) => assertStorable(item, `${place}[${index}]`, depth + 1))
  if (!isObject(value)) return
  for (const [key, item] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key) || !key.isWellFormed())
      throw new BadRequestError(`${place} may not have the key "${key}"`)
    assertStorable(item, place ? `${place}.${key}` : key, depth + 1)
  }
}

/** Refuses a patch path that goes through a forbidden key. @throws {BadRequestError} 400. */
export function assertSafePath(path: string): void {
  const forbidden = path.split(/[^\w$]+/).find((name) => FORBIDDEN_KEYS.has(name))
  if (forbidden) throw new BadRequestError(`The path "${path}" may not go through "${forbidden}"`)
}

/** The value as it will be read back from the store. @throws {BadRequestError} 400, when it is too large. */
export function canonical<T extends JsonObject>(value: T): T {
  const json = JSON.stringify(value)
  if (json.length > MAX_DOCUMENT_LENGTH)
    throw new BadRequestError(`The document is larger than ${MAX_DOCUMENT_LENGTH} characters`)
  return JSON.parse(json)
}
