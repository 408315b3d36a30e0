import {webHref} from './checkedAddress'

/** Why nothing was answered, as an outbound request says it. */
export type NoAnswer =
  'refused' | 'name' | 'connection' | 'certificate' | 'timeout' | 'tooLarge' | 'tooManyRedirects' | 'malformed'

/** An answer that ends a check. */
export interface LinkAnswer {
  /** The HTTP status that was answered last. */
  status: number
  headers: Headers
  /** The answers that led on, in order: where each came from, and its status. */
  redirects: readonly {url: string; status: number}[]
  /** Where the last answer came from. */
  url: string
}

/** What one check found, in the terms of `nextHealth`. */
export type Outcome =
  | {kind: 'alive'; status: number | null; movedTo: string | null; message: string}
  | {kind: 'blocked'; status: number; message: string; notBefore: number | null}
  | {kind: 'failed'; status: number | null; message: string; notBefore: number | null}
  /** By ourselves: nothing was asked. */
  | {kind: 'refused'; message: string}

/** They tell who may look, not whether the work is there. 999 is LinkedIn's. */
const BLOCKING = new Set([401, 402, 403, 407, 429, 451, 999])
const MAX_RETRY_AFTER_MS = 7 * 24 * 3_600_000

/** What an answer says of the address; `now` in Unix milliseconds. */
export function outcomeOf(answer: LinkAnswer, asked: string, now: number): Outcome {
  const {status, headers} = answer
  const notBefore = retryAfter(headers, now)
  if (status < 400) return {kind: 'alive', status, ...movedTo(answer, asked)}
  // A robot that is asked to prove itself learns nothing, whatever the status.
  if (BLOCKING.has(status) || headers.has('cf-mitigated'))
    return {kind: 'blocked', status, notBefore, message: `Answers ${status}: it does not let programs look.`}
  if (status === 404 || status === 410)
    return {kind: 'failed', status, notBefore, message: `Answers ${status}: it is not there.`}
  if (status >= 500 || status === 408)
    return {kind: 'failed', status, notBefore, message: `Answers ${status}: something is wrong there.`}
  return {kind: 'blocked', status, notBefore, message: `Answers ${status}: that tells nothing of the work.`}
}

/** The same for a DOI, of which only its resolver was asked: any way on means that the DOI is registered. */
export function doiOutcomeOf(answer: LinkAnswer, asked: string, now: number): Outcome {
  if (answer.status >= 300 && answer.status < 400) return {kind: 'alive', status: null, movedTo: null, message: ''}
  const outcome = outcomeOf(answer, asked, now)
  return answer.status === 404 ? {...outcome, message: 'doi.org does not know this DOI.'} : outcome
}

/** What it means that nothing was answered; `sentence` says why. */
export function outcomeOfNoAnswer(failure: NoAnswer, sentence: string): Outcome {
  if (failure === 'refused') return {kind: 'refused', message: sentence}
  return {kind: 'failed', status: null, notBefore: null, message: sentence}
}

/** Where permanent redirects lead, as far as they go. One to a front page says that the work was lost rather than moved. */
function movedTo({redirects, url}: LinkAnswer, asked: string): {movedTo: string | null; message: string} {
  const lasting = redirects.findIndex(({status}) => status !== 301 && status !== 308)
  const target = webHref(lasting === -1 ? url : redirects[lasting]?.url)
  const [from, to] = [webHref(asked), target]
  if (from === null || to === null || withoutHash(from) === withoutHash(to)) return {movedTo: null, message: ''}
  const isFrontPage = new URL(to).pathname === '/' && new URL(to).search === '' && new URL(from).pathname !== '/'
  if (isFrontPage)
    return {movedTo: null, message: `Leads to the front page of ${new URL(to).host}: is the work still there?`}
  const {hash} = new URL(from)
  return {movedTo: hash && !new URL(to).hash ? to + hash : to, message: 'Leads to another address, for good.'}
}

function withoutHash(href: string): string {
  return href.replace(/#.*$/, '')
}

/** `Retry-After` as Unix milliseconds, a week ahead at most. @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? ''
  const at = /^\d{1,9}$/.test(value) ? now + Number(value) * 1_000 : Date.parse(value)
  return Number.isNaN(at) || at <= now ? null : Math.min(at, now + MAX_RETRY_AFTER_MS)
}
