/** What a query may use. */
export interface QueryLimits {
  /** Of somebody who has signed in; parsing and encoding included. */
  timeoutMs: number
  anonymousTimeoutMs: number
  /** In UTF-16 code units. */
  maxLength: number
  /** How many brackets may be open at once. */
  maxDepth: number
  /** Of the result as JSON. */
  maxResultLength: number
  /** Beyond what the documents themselves take. */
  memoryMb: number
}

export const defaultLimits: QueryLimits = {
  timeoutMs: 2_000,
  anonymousTimeoutMs: 1_000,
  maxLength: 64 * 1024,
  maxDepth: 100,
  maxResultLength: 64 * 1024 * 1024,
  memoryMb: 256,
}
