import type {EditedReference} from '@/lib/citations/referenceRecord'

/** A reference that may be chosen; `_id` is the published one, whether it is published or not. */
export interface Work extends EditedReference {
  isPublished: boolean
}

/** Each work once, as its draft has it where there is one. */
export function distinctWorks(records: readonly EditedReference[]): Work[] {
  const works = new Map<string, Work>()
  for (const record of records) {
    const isDraft = record._id.startsWith('drafts.')
    const _id = record._id.replace(/^drafts\./, '')
    const other = works.get(_id)
    const isPublished = !isDraft || other?.isPublished === true
    works.set(_id, {...(isDraft || !other ? record : other), _id, isPublished})
  }
  return [...works.values()]
}
