import {isObject} from '../documents/json.ts'

import type {ConformanceCase} from './suite.fixture.ts'

/** What the query route answered. */
export interface Answer {
  status: number
  body: unknown
}

/**
 * Whether an answer is what the suite expects: a refusal of an invalid query, else the result — numbers to 1e-9, and lists
 * in any order where the query asks for none.
 */
export function isConforming({valid, query, result}: ConformanceCase, {status, body}: Answer): boolean {
  if (!valid) return status === 400
  if (status !== 200 || !isObject(body)) return false
  const isOrdered = /\border\b/.test(query)
  return isSame(isRanked(result) ? ranked(body.result) : body.result, result, isOrdered)
}

function isSame(actual: unknown, expected: unknown, isOrdered: boolean): boolean {
  if (typeof actual === 'number' && typeof expected === 'number')
    return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length) return false
    if (actual.every((item, index) => isSame(item, expected[index], isOrdered))) return true
    return !isOrdered && isPermutation(actual, expected)
  }
  if (!isObject(actual) || !isObject(expected)) return actual === expected
  const names = Object.keys(actual)
  return (
    names.length === Object.keys(expected).length &&
    names.every((name) => Object.hasOwn(expected, name) && isSame(actual[name], expected[name], isOrdered))
  )
}

function isPermutation(actual: unknown[], expected: unknown[]): boolean {
  const left = [...expected]
  return actual.every((item) => {
    const place = left.findIndex((candidate) => isSame(item, candidate, false))
    if (place !== -1) left.splice(place, 1)
    return place !== -1
  })
}

/** Scores differ between implementations, so the suite has ranks in their place: `_pos`, equal for equal scores. */
function isRanked(result: unknown): boolean {
  return Array.isArray(result) && result.some((item) => isObject(item) && '_pos' in item)
}

function ranked(result: unknown): unknown {
  if (!Array.isArray(result)) return result
  const scores = [...new Set(result.map(scoreOf))].sort((left, right) => right - left)
  return result.map((item) => {
    const {_score: score, ...rest} = Object(item)
    return {...rest, _pos: scores.indexOf(Number(score)) + 1}
  })
}

function scoreOf(item: unknown): number {
  return isObject(item) ? Number(item._score) : NaN
}
