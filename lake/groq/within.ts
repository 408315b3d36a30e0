import {createContext, Script} from 'node:vm'

import {LakeError, QueryEvaluationError, QueryTimeoutError} from '../errors.ts'

const sandbox = {run: () => {}}
const context = createContext(sandbox)
const script = new Script('run()')

/**
 * Runs work on behalf of a query. Node stops a script that runs too long, and everything it calls with it. Not to be nested.
 *
 * @throws {QueryTimeoutError} 400, after `timeoutMs`. @throws {QueryEvaluationError} 400, for whatever groq-js throws.
 */
export function within<T>(timeoutMs: number, query: string, work: () => T): T {
  let outcome: {value: T} | null = null
  sandbox.run = () => {
    outcome = {value: work()}
  }
  try {
    script.runInContext(context, {timeout: timeoutMs})
  } catch (error) {
    throw explained(error, query, timeoutMs)
  }
  return valueOf<T>(outcome)
}

/** The compiler does not see that the script has set it. */
function valueOf<T>(outcome: {value: T} | null): T {
  if (!outcome) throw new Error('within(): the query ended without a result')
  return outcome.value
}

/** Whether the time limit ended it. The error need not be of this realm. */
export function isTermination(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

function explained(error: unknown, query: string, timeoutMs: number): unknown {
  if (error instanceof LakeError) return error
  if (isTermination(error)) return new QueryTimeoutError(query, timeoutMs)
  if (!(error instanceof Error)) return new QueryEvaluationError(query, 'The query failed', {cause: error})
  if (error instanceof RangeError)
    return new QueryEvaluationError(query, 'The query is nested too deep or its result is too large')
  return new QueryEvaluationError(query, error.message, {cause: error})
}
