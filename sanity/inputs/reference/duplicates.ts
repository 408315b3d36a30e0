import type {QueryParams} from '@sanity/client'
import {z} from 'zod'

import {webUrl} from '@/lib/citations/works/canonicalUrl'
import {referenceRecord, type EditedReference} from '@/lib/citations/referenceRecord'
import {isSameWork, workKeys} from '@/lib/citations/works/sameWork'
import {distinctWorks, type Work} from '@/sanity/works/distinctWorks'
import {VERDICT, verdict, verdictsOn} from '@/sanity/works/verdicts'

const MAX_CANDIDATES = 1_000

export const candidatesResult = z.object({
  candidates: z.array(referenceRecord),
  /** Verdicts that this one is another work than others. */
  verdicts: z.array(verdict),
})

/** References that may be the same work as one, which `isSameWork` then decides. Params: see `candidateParams`. */
export const CANDIDATES_QUERY = `{
  "candidates": *[_type == "bibliographicReference" && !(_id in path("versions.**")) && !(_id in [$id, "drafts." + $id]) && (
    lower(doi) in $dois || lower(url) in $dois ||
    string::startsWith(lower(coalesce(url, "")), $http) || string::startsWith(lower(coalesce(url, "")), $https) ||
    string::startsWith(lower(coalesce(url, "")), $httpWww) || string::startsWith(lower(coalesce(url, "")), $httpsWww) ||
    ($hasTitle && issued.year == $year) || ($hasTitle && $year == null && !defined(issued.year)) ||
    ($verbatim != "" && verbatim == $verbatim)
  )] [0...${MAX_CANDIDATES}],
  "verdicts": *[_type == "distinctWorks" && $id in works[]._ref]${VERDICT}
}`

/** An address that no reference has. */
const NOWHERE = 'nowhere:'

/** What the query needs to know of a reference; null when there is nothing yet to compare. */
export function candidateParams(id: string, record: EditedReference): QueryParams | null {
  const keys = workKeys(record)
  if (keys.length === 0) return null
  const doi = keys.find((key) => key.startsWith('doi:'))?.slice('doi:'.length)
  const host = webUrl(record.url ?? '')
    ?.host.replace(/^www\./, '')
    .replace('.m.', '.')
  const prefix = (start: string) => (host && !doi ? `${start}${host}/` : NOWHERE)
  return {
    id,
    dois: doi ? ['', 'doi:', 'doi: ', ...RESOLVERS].map((resolver) => `${resolver}${doi}`) : [],
    http: prefix('http://'),
    https: prefix('https://'),
    httpWww: prefix('http://www.'),
    httpsWww: prefix('https://www.'),
    hasTitle: keys.some((key) => key.startsWith('title:')),
    year: record.issued?.status === 'dated' || !record.issued?.status ? (record.issued?.year ?? null) : null,
    verbatim: record.title?.trim() ? '' : (record.verbatim ?? ''),
  }
}

const RESOLVERS = [
  'https://doi.org/',
  'http://doi.org/',
  'https://dx.doi.org/',
  'http://dx.doi.org/',
  'https://www.doi.org/',
]

export interface AlikeWork {
  work: Work
  /** Ids of the verdicts by which somebody has told the two apart; none for a duplicate. */
  verdictIds: readonly string[]
}

/** The candidates that look like the same work, those that somebody has told apart from it last. */
export function alikeAmong(
  record: EditedReference,
  {candidates, verdicts}: z.infer<typeof candidatesResult>,
): AlikeWork[] {
  return distinctWorks(candidates)
    .filter((work) => isSameWork(record, work))
    .map((work) => ({work, verdictIds: verdictsOn(verdicts, work._id).map(({_id}) => _id)}))
    .toSorted((a, b) => Math.min(a.verdictIds.length, 1) - Math.min(b.verdictIds.length, 1))
}
