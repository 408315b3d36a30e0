import {toBareDoi} from '@/lib/identifiers/doi'
import type {ReferenceRecord} from '@/lib/citations/reference'

import {canonicalUrl, isHomePage, webUrl, wikiRevision} from './canonicalUrl'
import {namesAgree} from './namesAgree'
import {mainTitleKey, plainWords, titleKey} from './titleKey'

/** What a work is known by; a reference of any query has these. */
export type WorkRecord = Omit<ReferenceRecord, '_id'>

/** Types whose works are parts of another, which may share its address or have a title as short as “Introduction”. */
const PARTS = new Set(['chapter', 'entry-encyclopedia', 'entry-dictionary', 'paper-conference'])

/** A shorter title says little without the place where the work appeared. */
const TELLING_WORDS = 3

/**
 * Keys by which two descriptions of one work find each other: `doi:10.5555/a`, `url:example.org/a`,
 * `title:great transformation 1944` (once more without the subtitle), `line:…` for the line it was pasted as.
 *
 * References that share none are not the same work; `isSameWork` decides about those that do.
 */
export function workKeys(record: WorkRecord): string[] {
  const doi = doiOf(record)
  const url = record.url && !doiInUrl(record.url) ? canonicalUrl(record.url) : null
  const line = plainWords(record.verbatim ?? '')
  return [
    ...(doi ? [`doi:${doi}`] : []),
    ...(url ? [`url:${url}`] : []),
    ...titleKeys(record).map((title) => `title:${title} ${yearKey(record)}`),
    ...(line ? [`line:${line}`] : []),
  ]
}

/**
 * Whether two references describe one work: by their DOIs when both have one; else by the address, by title, year and
 * the people who made it, or by the line that one of them has not been taken apart from. Symmetric.
 */
export function isSameWork(a: WorkRecord, b: WorkRecord): boolean {
  const [doiOfA, doiOfB] = [doiOf(a), doiOf(b)]
  if (doiOfA && doiOfB) return doiOfA === doiOfB
  return isSameAddress(a, b) || isSameTitle(a, b) || isSameLine(a, b)
}

function isSameAddress(a: WorkRecord, b: WorkRecord): boolean {
  if (!a.url || !b.url) return false
  const url = canonicalUrl(a.url)
  if (!url || url !== canonicalUrl(b.url)) return false
  const [revisionOfA, revisionOfB] = [wikiRevision(a.url), wikiRevision(b.url)]
  if (revisionOfA && revisionOfB && revisionOfA !== revisionOfB) return false
  const mayHoldSeveral = isHomePage(a.url) || isPart(a) || isPart(b)
  return !mayHoldSeveral || !a.title?.trim() || !b.title?.trim() || titlesAgree(a, b) !== 'no'
}

function isSameTitle(a: WorkRecord, b: WorkRecord): boolean {
  if (yearKey(a) !== yearKey(b) || differ(a.volume, b.volume)) return false
  const agreement = titlesAgree(a, b)
  if (agreement === 'no') return false
  const names = namesAgree([...(a.author ?? []), ...(a.editor ?? [])], [...(b.author ?? []), ...(b.editor ?? [])])
  if (names === false || (agreement === 'without subtitle' && names === null)) return false
  const [title = ''] = titleKeys(a)
  const isTelling = title.split(' ').length >= TELLING_WORDS && !isPart(a) && !isPart(b)
  return isTelling || !differ(a.containerTitle ?? a.publisher, b.containerTitle ?? b.publisher)
}

function isSameLine(a: WorkRecord, b: WorkRecord): boolean {
  if (a.title?.trim() && b.title?.trim()) return false
  const line = plainWords(a.verbatim ?? '')
  return line !== '' && line === plainWords(b.verbatim ?? '')
}

function titlesAgree(a: WorkRecord, b: WorkRecord): 'wholly' | 'without subtitle' | 'no' {
  const [titleOfA, mainOfA] = titleKeys(a)
  const [titleOfB, mainOfB] = titleKeys(b)
  if (!titleOfA || !titleOfB) return 'no'
  if (titleOfA === titleOfB) return 'wholly'
  return (!mainOfA && titleOfA === mainOfB) || (!mainOfB && titleOfB === mainOfA) ? 'without subtitle' : 'no'
}

/** The key of the title, and where it has a subtitle that of the title without it. */
function titleKeys({title}: WorkRecord): string[] {
  const whole = titleKey(title ?? '')
  const main = mainTitleKey(title ?? '')
  return whole ? [whole, ...(main && main !== whole ? [main] : [])] : []
}

function yearKey({issued}: WorkRecord): string {
  if (issued?.status === 'inPress') return 'in press'
  return issued?.status === 'nd' || typeof issued?.year !== 'number' ? 'n.d.' : String(issued.year)
}

/** Lower case, as DOIs do not depend on it; a resolver's address in the field for the URL counts, too. */
function doiOf({doi, url}: WorkRecord): string | null {
  const written = (doi ?? '').replace(/^\s*doi[:\s]+/i, '')
  const bare = doiInUrl(written) ?? toBareDoi(written) ?? doiInUrl(url ?? '')
  return bare && bare.replace(/[.,;]+$/, '').toLowerCase()
}

function doiInUrl(address: string): string | null {
  const url = webUrl(address)
  if (!url || !/^(?:www\.|dx\.)?doi\.org$/.test(url.host)) return null
  try {
    return toBareDoi(decodeURIComponent(url.pathname.slice(1)))
  } catch {
    return toBareDoi(url.pathname.slice(1))
  }
}

/** Whether both are given and neither stands in the other: “Wikipedia” and “Wikipedia, the free encyclopedia” agree. */
function differ(a: string | null | undefined, b: string | null | undefined): boolean {
  const [wordsOfA, wordsOfB] = [titleKey(a ?? ''), titleKey(b ?? '')]
  if (wordsOfA === '' || wordsOfB === '') return false
  return !` ${wordsOfA} `.includes(` ${wordsOfB} `) && !` ${wordsOfB} `.includes(` ${wordsOfA} `)
}

function isPart({type}: WorkRecord): boolean {
  return PARTS.has(type ?? '')
}
