import {z} from 'zod'

import type {ContributorRecord, ReferenceRecord} from './reference'

/** A reference with what the form has beside the entry’s fields. */
export interface EditedReference extends ReferenceRecord {
  archive?: {url?: string | null; capturedAt?: string | null; service?: string | null} | null
}

const text = z.string().nullish().catch(null)
const number = z.number().nullish().catch(null)

const contributor = z.object({
  _type: z.string().catch('person'),
  family: text,
  given: text,
  particles: text,
  suffix: text,
  literal: text,
})

const contributors = z
  .array(z.unknown())
  .nullish()
  .catch(null)
  .transform((members) => members?.flatMap((member): ContributorRecord[] => parsedContributor(member)))

/** A reference as an editor’s form holds it: every field may be absent, and one of another kind counts as absent. */
export const referenceRecord: z.ZodType<EditedReference> = z.object({
  _id: z.string().catch(''),
  type: text,
  title: text,
  containerTitle: text,
  publisher: text,
  publisherPlace: text,
  genre: text,
  number: text,
  edition: text,
  volume: text,
  issue: text,
  page: text,
  author: contributors,
  editor: contributors,
  translator: contributors,
  issued: z
    .object({
      status: text,
      year: number,
      month: number,
      day: number,
      circa: z.boolean().nullish().catch(null),
      endYear: number,
      endMonth: number,
      endDay: number,
    })
    .nullish()
    .catch(null),
  accessed: text,
  url: text,
  doi: text,
  isbn: text,
  language: text,
  archive: z.object({url: text, capturedAt: text, service: text}).nullish().catch(null),
  verbatim: text,
})

/** The record in a document whose shape is not known; an empty one when there is none. */
export function toReferenceRecord(document: unknown): EditedReference {
  return referenceRecord.safeParse(document).data ?? {_id: ''}
}

function parsedContributor(member: unknown): ContributorRecord[] {
  const parsed = contributor.safeParse(member)
  return parsed.success ? [parsed.data] : []
}
