import {QueryEvaluationError} from '../errors.ts'

/**
 * The result as JSON. Its length is counted before it is written: what is far too large would end the process that
 * tries.
 *
 * @throws {QueryEvaluationError} 400, when it is longer than `maxLength`.
 */
export function encodeResult(result: unknown, query: string, maxLength: number): string {
  if (remaining(result, maxLength) >= 0) {
    const json = JSON.stringify(result)
    if (json.length <= maxLength) return json
  }
  throw new QueryEvaluationError(query, `The result is longer than ${maxLength} characters`)
}

/** What is left of a budget after the value, which is never counted longer than its JSON is. */
function remaining(value: unknown, budget: number): number {
  if (budget < 0) return budget
  if (typeof value === 'string') return budget - value.length - 2
  if (typeof value !== 'object' || value === null) return budget - 1
  let left = budget - 2
  if (Array.isArray(value)) {
    for (const item of value) {
      left = remaining(item, left)
      if (left < 0) return left
    }
    return left
  }
  for (const [name, item] of Object.entries(value)) {
    left = remaining(item, left - name.length - 3)
    if (left < 0) return left
  }
  return left
}
