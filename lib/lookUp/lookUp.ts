import {addressReading} from '@/lib/bibliography/addressEntry'
import {fromCslItem} from '@/lib/bibliography/csl/fromCslItem'
import type {FieldConfidence, ParsedReference, Reading} from '@/lib/bibliography/parsedEntry'
import {doiUrl} from '@/lib/identifiers/doi'
import {isWebUrl} from '@/lib/links/isWebUrl'
import type {OutboundRequest, OutboundResponse} from '@/lib/outbound/guardedFetch'
import {OutboundError} from '@/lib/outbound/outboundError'

import {decodedHtml} from './decodedHtml'
import {pageItem} from './pageItem'
import {pageMetadata} from './pageMetadata'
import {registrationHosts} from './registrationHosts'

const TIMEOUT_MS = 5_000
const MAX_BYTES = 1024 * 1024
const CSL_JSON = 'application/vnd.citationstyles.csl+json'

/** Titles of pages that only ask whether a person is there. */
const CHALLENGE =
  /^(?:just a moment|access denied|attention required|are you a robot|403|404|error|page not found|forbidden)\b/i

export interface LookUpSurroundings {
  /** `guardedFetch`. */
  ask: (url: string, options: OutboundRequest) => Promise<OutboundResponse>
  /** Today, `YYYY-MM-DD`, where the publication is; asked for while the page is. */
  today: () => Promise<string>
}

/** What the agency that registered a DOI knows of the work; at least the DOI, with a sentence why there is no more. */
export async function lookUpDoi(doi: string, {ask}: Pick<LookUpSurroundings, 'ask'>): Promise<Reading> {
  const known: Reading = {reference: {type: 'document', doi}, confidence: {doi: 'sure', type: 'guess'}, problems: []}
  const options = {timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, accept: CSL_JSON, allowedHosts: registrationHosts}
  const answer = await answerOf(() => ask(doiUrl(doi), options))
  if (typeof answer === 'string') return withProblem(known, `The DOI could not be looked up: ${answer}`)
  if (answer.status === 404) return withProblem(known, 'doi.org does not know this DOI. Compare it with the source.')
  const reading = answer.status < 400 ? fromCslItem(parsed(Buffer.from(answer.bytes).toString('utf8'))) : null
  if (!reading?.reference.title) return withProblem(known, 'The DOI exists, but its agency did not describe the work.')
  return {...reading, reference: {...reading.reference, doi}, confidence: {...reading.confidence, doi: 'sure'}}
}

/** What a page says of itself; at least its address and when it was read, with a sentence why there is no more. */
export async function lookUpPage(url: string, {ask, today}: LookUpSurroundings): Promise<Reading> {
  const {reference, confidence} = addressReading({url})
  const options = {
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    accept: 'text/html,application/xhtml+xml',
    whenTooLarge: 'cut',
  } as const
  const [answer, accessed] = await Promise.all([answerOf(() => ask(url, options)), today()])
  const known: Reading = {
    reference: {...reference, url, accessed},
    confidence: {...confidence, accessed: 'sure'},
    problems: [],
  }
  if (typeof answer === 'string') return withProblem(known, `The page could not be read: ${answer}`)
  if (answer.status >= 400)
    return withProblem(known, `The page answered with an error (${answer.status}). Check the address.`)
  if (!/html|xml/.test(answer.headers.get('content-type') ?? 'html')) {
    return withProblem(known, 'This is a file, not a page: fill in title, author and date.')
  }
  const page = pageMetadata(decodedHtml(answer.bytes, answer.headers.get('content-type')))
  const item = pageItem(page)
  const reading = typeof item.title === 'string' && !CHALLENGE.test(item.title) ? fromCslItem(item) : null
  if (!reading?.reference.title)
    return withProblem(known, 'The page says nothing of itself: fill in title, author and date.')
  return merged(known, reading, {url, canonical: canonicalOf(page.canonical, answer.url)})
}

function merged(known: Reading, found: Reading, {url, canonical}: {url: string; canonical: string | null}): Reading {
  const isEncyclopedia = known.reference.type === 'entry-encyclopedia'
  const fields: ParsedReference = isEncyclopedia
    ? {...found.reference, ...known.reference}
    : {...known.reference, ...found.reference}
  const sure: FieldConfidence = {url: 'sure', accessed: 'sure'}
  const likely = Object.fromEntries(Object.keys(fields).map((name) => [name, 'likely' as const]))
  const isDated = fields.issued?.status === 'dated'
  return {
    reference: {...fields, url: canonical && !isEncyclopedia ? canonical : url},
    confidence: {...likely, ...sure, ...(isDated ? {} : {issued: 'guess'})},
    problems: isDated ? [] : ['The page does not say when it was published.'],
  }
}

/** The address that a page calls its own, when it is one of the same site. */
function canonicalOf(canonical: string | null, base: string): string | null {
  const url = canonical === null ? null : URL.parse(canonical, base)
  if (!url || url.host !== URL.parse(base)?.host || url.pathname === '/') return null
  return isWebUrl(url.href) ? url.href : null
}

async function answerOf(ask: () => Promise<OutboundResponse>): Promise<OutboundResponse | string> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof OutboundError) return error.message
    throw error
  }
}

function withProblem(known: Reading, problem: string): Reading {
  return {...known, problems: [problem]}
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
