import {z} from 'zod'

import {defaultLimits, type QueryLimits} from '../groq/limits.ts'

const MB = 1024 * 1024
const count = (otherwise: number) =>
  z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more').default(otherwise)

/** The variables that bound queries. */
export const queryVariables = {
  LAKE_QUERY_TIMEOUT_MS: count(defaultLimits.timeoutMs),
  LAKE_QUERY_ANONYMOUS_TIMEOUT_MS: count(defaultLimits.anonymousTimeoutMs),
  LAKE_QUERY_MEMORY_MB: count(defaultLimits.memoryMb),
  LAKE_QUERY_MAX_LENGTH: count(defaultLimits.maxLength),
  LAKE_QUERY_MAX_DEPTH: count(defaultLimits.maxDepth),
  LAKE_QUERY_MAX_RESULT_MB: count(defaultLimits.maxResultLength / MB),
}

/** The limits that the variables, once parsed, stand for. */
export function queryLimitsOf(variables: Record<keyof typeof queryVariables, number>): QueryLimits {
  return {
    timeoutMs: variables.LAKE_QUERY_TIMEOUT_MS,
    anonymousTimeoutMs: variables.LAKE_QUERY_ANONYMOUS_TIMEOUT_MS,
    memoryMb: variables.LAKE_QUERY_MEMORY_MB,
    maxLength: variables.LAKE_QUERY_MAX_LENGTH,
    maxDepth: variables.LAKE_QUERY_MAX_DEPTH,
    maxResultLength: variables.LAKE_QUERY_MAX_RESULT_MB * MB,
  }
}
