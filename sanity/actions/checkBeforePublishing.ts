import type {SanityClient} from '@sanity/client'
import {validateDocument, type ValidateDocumentOptions} from 'sanity'

import {narrativeText} from '@/lib/citations/citing/narrativeText'
import {unanswered} from '@/lib/integrity/acceptance'
import type {CitedReference, IntegrityError, IntegrityWarning, Problem} from '@/lib/integrity/problem'
import {problemsOf} from '@/lib/integrity/problemsOf'
import {referencesIn} from '@/lib/integrity/usesOf'
import {readFacts, type Facts, type StoredDocument} from '@/sanity/inputs/integrity/readFacts'

import {fieldErrors} from './fieldErrors'

/** A reference whose published version readers have, while editors have changed it. */
export interface ChangedReference {
  id: string
  name: string
  /** What is wrong with the changes; empty when they can be published. */
  errors: readonly string[]
}

export interface Check {
  facts: Facts
  /** Ids of references that were never published: they are published with the document. */
  fresh: readonly string[]
  changed: readonly ChangedReference[]
}

/** The schema with everything that its rules ask for. */
type Source = ValidateDocumentOptions['workspace']

/** Reads what is stored, and validates the drafts of its references as their own forms do. */
export async function checkBeforePublishing(client: SanityClient, source: Source, id: string): Promise<Check> {
  const facts = await readFacts(client, id)
  const ids = referencesIn(facts.document).filter((one) => facts.drafts.has(one))
  const errors = new Map(
    await Promise.all(ids.map(async (one) => [one, await errorsOf(facts.drafts.get(one), source)] as const)),
  )
  const references = new Map<string, CitedReference>(
    [...facts.references].map(([one, state]) => [one, {...state, draftErrors: errors.get(one) ?? []}]),
  )
  const isFresh = (one: string) => !facts.publishedDocuments.has(one)
  return {
    facts: {...facts, references},
    fresh: ids.filter(isFresh),
    changed: ids
      .filter((one) => !isFresh(one) && differ(facts.drafts.get(one), facts.publishedDocuments.get(one)))
      .map((one) => ({id: one, name: nameOf(references.get(one)), errors: errors.get(one) ?? []})),
  }
}

/** What stands against publishing, when the changes of the references in `publishing` are published too. */
export function verdictOf({facts}: Check, publishing: ReadonlySet<string>) {
  const problems = problemsOf({...facts, publishing})
  const warnings = unanswered(problems, facts.acceptances)
  return {
    errors: problems.filter((problem): problem is IntegrityError => problem.level === 'error'),
    warnings,
    /** Those that were given a reason before. */
    answered: problems.filter((problem): problem is IntegrityWarning => isAnswered(problem, warnings)),
  }
}

function isAnswered(problem: Problem, open: readonly IntegrityWarning[]): boolean {
  return problem.level === 'warning' && !open.includes(problem)
}

async function errorsOf(document: StoredDocument | undefined, source: Source): Promise<string[]> {
  if (!document) return []
  const {_createdAt = '', _updatedAt = ''} = stamps(document)
  const markers = await validateDocument({
    document: {...document, _createdAt, _updatedAt},
    workspace: source,
    environment: 'studio',
  })
  const schemaType = source.schema.get(document._type)
  return schemaType ? fieldErrors(markers, {schemaType, problems: []}).map(({message}) => message) : []
}

function stamps({_createdAt, _updatedAt}: StoredDocument) {
  return {
    _createdAt: typeof _createdAt === 'string' ? _createdAt : undefined,
    _updatedAt: typeof _updatedAt === 'string' ? _updatedAt : undefined,
  }
}

function nameOf(state: CitedReference | undefined): string {
  const record = state?.draft ?? state?.published
  return record ? narrativeText(record) : 'A reference'
}

const STAMPS = new Set(['_id', '_rev', '_createdAt', '_updatedAt', '_system'])

/** Whether two versions say something different. A draft that was opened and left as it was says the same. */
function differ(a: StoredDocument | undefined, b: StoredDocument | undefined): boolean {
  return said(a) !== said(b)
}

function said(document: StoredDocument | undefined): string {
  const fields = Object.entries(document ?? {}).filter(([name]) => !STAMPS.has(name))
  return JSON.stringify(fields.sort(([a], [b]) => a.localeCompare(b)))
}
