import {AsyncLocalStorage} from 'node:async_hooks'
import {randomBytes} from 'node:crypto'

import type {Log} from './log.ts'

/** What is known of the request that is being answered. */
export interface RequestTrace {
  /** Names the request in its answer, in the log and in the log of whoever asked. */
  id: string
  /** The path of the route that answers, with `:names` in place of what was asked for. */
  route?: string
  /** The id of who asks; null is anonymous. */
  identity?: string | null
}

interface Observer {
  log: Log
  /** Answers that take longer are logged. */
  slowMs: number
}

const HEADER = 'x-request-id'
const WELL_FORMED = /^[\w.:-]{8,128}$/
const storage = new AsyncLocalStorage<RequestTrace>()

/** The request on whose behalf the caller runs, or undefined. */
export function currentRequest(): RequestTrace | undefined {
  return storage.getStore()
}

/**
 * Answers with `fetch`, and gives the request an id, or keeps the well-formed one that it brings in `x-request-id`; the
 * answer carries it. Logged are answers of 500 and more, slow ones, and with the level `debug` all of them: the route and
 * never the address, for that has content in it.
 */
export function observed(fetch: (request: Request) => Promise<Response>, {log, slowMs}: Observer) {
  return (request: Request): Promise<Response> => {
    const given = request.headers.get(HEADER) ?? ''
    const trace: RequestTrace = {id: WELL_FORMED.test(given) ? given : randomBytes(12).toString('hex')}
    return storage.run(trace, async () => {
      const startedAt = performance.now()
      const response = await fetch(request)
      response.headers.set(HEADER, trace.id)
      const ms = Math.round(performance.now() - startedAt)
      const {route = null, identity = null} = trace
      const fields = {method: request.method, route, status: response.status, ms, identity}
      if (response.status === 503) log.warn('request', fields)
      else if (response.status >= 500) log.error('request', fields)
      else if (ms >= slowMs) log.warn('slow-request', fields)
      else log.debug('request', fields)
      return response
    })
  }
}
