import type {Outcome} from '@/lib/links/outcome'
import {doiOutcomeOf, outcomeOf, outcomeOfNoAnswer, type LinkAnswer} from '@/lib/links/outcome'
import {guardedFetch, type OutboundRequest, type OutboundResponse} from '@/lib/outbound/guardedFetch'
import {OutboundError} from '@/lib/outbound/outboundError'

import type {HostTurns} from './hostTurns.ts'

const TIMEOUT_MS = 10_000
const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** What servers answer that know GET alone, or think that only robots ask HEAD. */
const ASK_AGAIN = new Set([400, 403, 404, 405, 406, 410, 500, 501, 502, 503])

export interface AskLinkOptions {
  turns: HostTurns
  now: () => number
  userAgent: string
  /** Gives up what is being asked. */
  signal?: AbortSignal
  /** What the guard is told besides, where tests have servers of their own. */
  guard?: Partial<OutboundRequest>
}

export type AskLink = (link: {url: string; isDoi: boolean}) => Promise<Outcome>

/** Asks an address as a polite reader would, HEAD first, and says what that tells. Rejects when it is given up, never for what servers do. */
export function createAskLink(options: AskLinkOptions): AskLink {
  return async ({url, isDoi}) => {
    try {
      const answer = await headThenGet(url, isDoi ? 0 : MAX_REDIRECTS, options)
      const outcome = (isDoi ? doiOutcomeOf : outcomeOf)(answer, url, options.now())
      if ('notBefore' in outcome && outcome.notBefore !== null)
        options.turns.pause(new URL(answer.url).host, outcome.notBefore)
      return outcome
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error
      return outcomeOfNoAnswer(error.failure, error.message)
    }
  }
}

async function headThenGet(url: string, maxRedirects: number, options: AskLinkOptions): Promise<LinkAnswer> {
  const head = await follow(url, {method: 'HEAD', maxRedirects, options}).catch((error: unknown) => {
    const isHung = error instanceof OutboundError && ['connection', 'malformed', 'timeout'].includes(error.failure)
    if (!isHung) throw error
    return null
  })
  if (head && (!ASK_AGAIN.has(head.status) || head.headers.has('retry-after'))) return head
  return follow(url, {method: 'GET', maxRedirects, options})
}

interface Following {
  method: 'HEAD' | 'GET'
  maxRedirects: number
  options: AskLinkOptions
}

/** Goes from redirect to redirect, each in its host's turn. The guard checks every address anew. */
async function follow(url: string, {method, maxRedirects, options}: Following): Promise<LinkAnswer> {
  const {turns, userAgent, signal, guard} = options
  const redirects: {url: string; status: number}[] = []
  for (let address = url; ;) {
    await turns.turn(URL.parse(address)?.host ?? '')
    const answer = await guardedFetch(address, {
      method,
      userAgent,
      signal,
      timeoutMs: TIMEOUT_MS,
      maxBytes: 0,
      redirect: 'answer',
      accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
      ...guard,
    })
    const target = targetOf(answer)
    if (target === null || maxRedirects === 0) return {...answer, redirects}
    if (redirects.length === maxRedirects)
      throw new OutboundError('tooManyRedirects', {url, message: `${new URL(url).host} redirects again and again.`})
    redirects.push({url: answer.url, status: answer.status})
    address = target
  }
}

function targetOf({status, headers, url}: OutboundResponse): string | null {
  const location = headers.get('location')
  return REDIRECTS.has(status) && location ? (URL.parse(location, url)?.href ?? location) : null
}
