import type {ParsedReference} from '@/lib/bibliography/parsedEntry'
import {type ReferenceDocument, toReferenceDocument} from '@/lib/bibliography/toReferenceDocument'
import type {SectionEntry} from '@/lib/manuscripts/works/referenceSection'

import type {Reference} from './body'

/** A work that there is, or that is about to be. */
interface Work {
  /** Without `drafts.`. */
  id: string
  isPublished: boolean
  record: ParsedReference
}

interface WorksOptions {
  /** Places of the entries that become references. */
  chosen: readonly number[]
  /** The library, to which new works are added. */
  finder: {find: (record: ParsedReference) => Work | null; add: (work: Work) => void}
  createId: () => string
  createKey: () => string
}

export interface Works {
  /** What each chosen entry has become, by its place. */
  references: Map<number, Reference>
  /** Drafts to create; a work that is listed twice is made once. */
  documents: ReferenceDocument[]
}

/** References for the entries of a list: to works of the library, or to drafts that are to be created. */
export function worksOf(entries: readonly SectionEntry[], {chosen, finder, createId, createKey}: WorksOptions): Works {
  const references = new Map<number, Reference>()
  const documents: ReferenceDocument[] = []
  for (const place of chosen) {
    const record = entries[place]?.parsed.reference
    if (!record) continue
    const known = finder.find(record)
    const work = known ?? {id: createId(), isPublished: false, record}
    if (!known) {
      documents.push(toReferenceDocument(record, {id: `drafts.${work.id}`, createKey}))
      finder.add(work)
    }
    references.set(place, referenceTo(work, 'bibliographicReference'))
  }
  return {references, documents}
}

/** A reference to a document, which a draft that was never published bears only until it is. */
export function referenceTo({id, isPublished}: {id: string; isPublished: boolean}, type: string): Reference {
  return {_type: 'reference', _ref: id, ...(isPublished ? {} : {_weak: true, _strengthenOnPublish: {type}})}
}
