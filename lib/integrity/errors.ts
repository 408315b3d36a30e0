import {narrativeText} from '@/lib/citations/citing/narrativeText'
import type {EditedReference} from '@/lib/citations/referenceRecord'
import {isSameWork, workKeys} from '@/lib/citations/works/sameWork'
import {isDoi, toBareDoi} from '@/lib/identifiers/doi'
import {isWebUrl} from '@/lib/links/isWebUrl'

import type {CitedReference, ErrorCode, IntegrityError, SpotPath} from './problem'

/** A reference with the first place where a document names it. */
export interface Cited {
  id: string
  record: EditedReference
  path: SpotPath
}

/** What is wrong with one reference, so that the document cannot be published with it. */
export function errorsOfReference({id, record, path}: Cited, state: CitedReference | undefined): IntegrityError[] {
  const error = (code: ErrorCode, message: string): IntegrityError => ({
    level: 'error',
    code,
    message,
    path,
    referenceId: id,
  })
  const name = narrativeText(record)
  const {doi, url} = record
  const isNew = state !== undefined && state.published === null
  const [draftError] = (isNew && state.draftErrors) || []
  return [
    ...(draftError ? [error('invalid-draft', `${name} is not finished and cannot be published: ${draftError}`)] : []),
    ...(doi && !isDoi(doi)
      ? [error('malformed-doi', `The DOI of ${name} is not one: ${shown(doi)}. ${advice(doi)}`)]
      : []),
    ...(url && !isWebUrl(url)
      ? [error('malformed-url', `The address of ${name} leads nowhere: ${shown(url)}. Write it whole, with https://.`)]
      : []),
  ]
}

/** The same work under two references, at the place where the second is named first. */
export function sameWorks(cited: readonly Cited[]): IntegrityError[] {
  const byKey = new Map<string, Cited[]>()
  const found: IntegrityError[] = []
  for (const one of cited) {
    const keys = workKeys(one.record)
    const others = new Set(keys.flatMap((key) => byKey.get(key) ?? []))
    const same = [...others].find((other) => isSameWork(other.record, one.record))
    if (same) {
      const message = `${narrativeText(one.record)} is in the list as two references. Cite one of them, or merge them.`
      found.push({level: 'error', code: 'same-work', message, path: one.path, referenceId: one.id})
    }
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), one])
  }
  return found
}

const MAX_SHOWN = 60

function shown(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}

function advice(doi: string): string {
  const bare = toBareDoi(doi)
  return bare ? `Write ${bare} alone.` : 'It begins with 10. and has a slash.'
}
