import type {Agent, Dispatcher} from 'undici'
import {request} from 'undici'

import {ACCEPTED_ENCODINGS, BodyTooLargeError, boundedBody} from './boundedBody'
import {AddressRefusedError, createGuardedAgent, type ResolveHost} from './guardedAgent'
import {OutboundError, type OutboundFailure} from './outboundError'
import {outboundUrl, type OutboundRules} from './outboundUrl'

const USER_AGENT = 'Mozilla/5.0 (compatible; Octavo)'
const REDIRECTS = [301, 302, 303, 307, 308]

export interface OutboundRequest extends OutboundRules {
  /** Default: GET. */
  method?: 'GET' | 'HEAD'
  /** For the whole: names, redirects and body. */
  timeoutMs: number
  /** Of the decompressed body. 0 takes the status and the headers only, and leaves the body where it is. */
  maxBytes: number
  /** `cut`: of a larger body the first `maxBytes` are the answer. Default: `fail`. */
  whenTooLarge?: 'fail' | 'cut'
  /** Default: 5. */
  maxRedirects?: number
  /** `answer`: what redirects is the answer, for who goes on by itself. Default: `follow`. */
  redirect?: 'follow' | 'answer'
  accept?: string
  userAgent?: string
  signal?: AbortSignal
  /** Default: the system's. For tests. */
  resolveHost?: ResolveHost
}

export interface OutboundResponse {
  /** Never one that redirects, unless it does not say where to or was asked for. */
  status: number
  /** Where the answer came from, after all redirects. */
  url: string
  headers: Headers
  bytes: Uint8Array
  /** The answers that redirected, in order. */
  redirects: readonly {url: string; status: number}[]
}

/**
 * Asks an address that somebody typed, without letting it reach what only this machine can reach.
 *
 * Only http and https on their own ports; the host is resolved here, its addresses are checked, and the connection goes to
 * a checked one — on every redirect anew. Nothing that identifies this installation is sent but its network address.
 *
 * @throws {OutboundError} when nothing was answered. A status of 400 and more is an answer.
 */
export async function guardedFetch(address: string, options: OutboundRequest): Promise<OutboundResponse> {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  const agent = createGuardedAgent({...options, signal})
  const redirects: {url: string; status: number}[] = []
  let url = outboundUrl(address, options)
  try {
    for (;;) {
      const answer = await ask(url, {...options, agent, signal})
      const target = options.redirect === 'answer' ? null : redirectTarget(answer)
      if (target === null) return await read(url, {answer, options, redirects})
      discard(answer)
      if (redirects.length >= (options.maxRedirects ?? 5)) throw tooManyRedirects(url)
      redirects.push({url: url.href, status: answer.statusCode})
      url = outboundUrl(target, {...options, base: url.href})
    }
  } catch (error) {
    throw outboundError(error, {url: url.href, timeout, caller: options.signal})
  } finally {
    // Not waited for: a connection that is still being made would hold up the answer.
    void agent.destroy()
  }
}

type Asked = OutboundRequest & {agent: Agent; signal: AbortSignal}

function ask(url: URL, {agent, signal, ...options}: Asked): Promise<Dispatcher.ResponseData> {
  return request(url, {
    dispatcher: agent,
    signal,
    method: options.method ?? 'GET',
    headers: {
      accept: options.accept ?? '*/*',
      'accept-encoding': ACCEPTED_ENCODINGS,
      'user-agent': options.userAgent ?? USER_AGENT,
    },
  })
}

function redirectTarget({statusCode, headers}: Dispatcher.ResponseData): string | null {
  return REDIRECTS.includes(statusCode) ? (textOf(headers.location) ?? null) : null
}

interface Reading {
  answer: Dispatcher.ResponseData
  options: OutboundRequest
  redirects: OutboundResponse['redirects']
}

async function read(url: URL, {answer, options, redirects}: Reading): Promise<OutboundResponse> {
  const {maxBytes, method, whenTooLarge} = options
  const headers = headersOf(answer)
  const isWanted = maxBytes > 0 && method !== 'HEAD'
  if (!isWanted) discard(answer)
  const encoding = headers.get('content-encoding') ?? ''
  const bytes = isWanted ? await boundedBody(answer.body, {encoding, maxBytes, whenTooLarge}) : new Uint8Array()
  return {status: answer.statusCode, url: url.href, headers, bytes, redirects}
}

/** Not drained: an endless body would keep the connection for as long as it likes. */
function discard({body}: Dispatcher.ResponseData): void {
  body.on('error', () => {}).destroy()
}

function headersOf({headers}: Dispatcher.ResponseData): Headers {
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    const text = textOf(value)
    return text === undefined ? [] : [[name, text]]
  })
  return new Headers(entries)
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

function tooManyRedirects(url: URL): OutboundError {
  return new OutboundError('tooManyRedirects', {url: url.href, message: `${url.host} redirects again and again.`})
}

interface Circumstances {
  url: string
  timeout: AbortSignal
  caller: AbortSignal | undefined
}

function outboundError(error: unknown, {url, timeout, caller}: Circumstances): unknown {
  if (error instanceof OutboundError || caller?.aborted) return error
  const [failure, reason] = timeout.aborted ? (['timeout', 'took too long to answer'] as const) : reasonOf(error)
  return new OutboundError(failure, {url, message: `${URL.parse(url)?.host} ${reason}.`, cause: error})
}

function reasonOf(error: unknown): [OutboundFailure, string] {
  if (error instanceof AddressRefusedError) return ['refused', 'was not asked: it is not on the public internet']
  if (error instanceof BodyTooLargeError) return ['tooLarge', 'answered with more than is read']
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/.test(code)) return ['name', 'could not be found']
  if (/CERT|SSL|TLS|ALTNAME|SIGNATURE/.test(code)) return ['certificate', 'has no valid certificate']
  if (/^(?:HPE_|UND_ERR_HEADERS|Z_|ERR__?ZLIB|ERR_PADDING|ERR_INVALID|ERR_BUFFER)/.test(code)) {
    return ['malformed', 'answered with what is not HTTP']
  }
  return ['connection', 'could not be reached']
}
