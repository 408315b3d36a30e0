import {z} from 'zod'

import type {CitedRecord} from '@/lib/integrity/problem'

const text = z.string().nullish().catch(null)
const number = z.number().nullish().catch(null)

const contributors = z
  .array(z.looseObject({_type: z.string(), family: text, given: text, particles: text, suffix: text, literal: text}))
  .nullish()
  .catch(null)

/** A reference as it is stored, malformed addresses and all: what is of the wrong shape reads as absent. */
export const citedRecord: z.ZodType<CitedRecord> = z.object({
  _id: z.string(),
  type: text,
  title: text,
  containerTitle: text,
  publisher: text,
  author: contributors,
  editor: contributors,
  issued: z
    .object({status: text, year: number, month: number, day: number, circa: z.boolean().nullish().catch(null)})
    .nullish()
    .catch(null),
  accessed: text,
  url: text,
  doi: text,
  isbn: text,
  archive: z.object({url: text, capturedAt: text}).nullish().catch(null),
  verbatim: text,
})
