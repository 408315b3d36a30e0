import type {CustomValidator, DocumentRule, SanityDocument, ValidationError} from 'sanity'

import {acceptanceOf} from '@/lib/integrity/acceptance'
import {problemsOf} from '@/lib/integrity/problemsOf'
import {usesOf} from '@/lib/integrity/usesOf'
import {narrativeText} from '@/lib/citations/citing/narrativeText'
import {API_VERSION} from '@/sanity/env'
import {readText} from '@/sanity/schema/readField'

import {createKnownFacts} from './knownFacts'
import {readFacts, type Facts} from './readFacts'

/** Begins the codes of all markers that these rules make. */
export const INTEGRITY_CODE = 'octavo.integrity'

/** What the schema's own rules say at the same place, in their words. */
const SAID_BY_FIELDS = new Set(['empty-citation', 'listed-twice'])

/**
 * Rules of a document that cites: what keeps it from being published is an error at the citation's place, what wants a
 * reason a warning, and what was given a reason, or is published along, a note.
 */
export function integrityRules(rule: DocumentRule): DocumentRule[] {
  return [
    rule.custom(markersBy(errorsIn)),
    rule.custom(markersBy(warningsIn)).warning(),
    rule.custom(markersBy(notesIn)).info(),
  ]
}

const factsOf = createKnownFacts({read: readFacts, now: Date.now})

type Markers = (facts: Facts) => ValidationError[]

function markersBy(markersIn: Markers): CustomValidator<SanityDocument | undefined> {
  return async (document, {getClient}) => {
    const id = readText(document, '_id')?.replace(/^drafts\./, '')
    const cites = typeof document === 'object' && document !== null && usesOf(document).length > 0
    if (!id || id.includes('.') || !cites) return true
    const facts = await factsOf(getClient({apiVersion: API_VERSION}), id, document)
    const markers = markersIn(facts)
    return markers.length > 0 ? markers : true
  }
}

const errorsIn: Markers = (facts) =>
  problemsOf(facts)
    .filter(({level, code}) => level === 'error' && !SAID_BY_FIELDS.has(code))
    .map(({code, message, path}) => ({code: `${INTEGRITY_CODE}.${code}`, message, path}))

const warningsIn: Markers = (facts) =>
  problemsOf(facts).flatMap((problem) => {
    if (problem.level === 'error' || acceptanceOf(problem, facts.acceptances)) return []
    return [{code: `${INTEGRITY_CODE}.${problem.code}`, message: problem.message, path: problem.path}]
  })

const notesIn: Markers = (facts) => [
  ...problemsOf(facts).flatMap((problem) => {
    if (problem.level === 'error') return []
    const accepted = acceptanceOf(problem, facts.acceptances)
    if (!accepted) return []
    const message = `${problem.message} Published like that by ${accepted.by} on ${accepted.at.slice(0, 10)}: “${accepted.reason}”`
    return [{code: `${INTEGRITY_CODE}.accepted`, message, path: problem.path}]
  }),
  ...[...facts.references].flatMap(([id, {published, draft}]) => {
    const use = usesOf(facts.document).find(({referenceId}) => referenceId === id)
    if (published || !draft || !use) return []
    const message = `${narrativeText(draft)} is not published yet. Once it is finished, it is published together with this text.`
    return [{code: `${INTEGRITY_CODE}.along`, message, path: use.path}]
  }),
]
