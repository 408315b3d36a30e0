import {z} from 'zod'

const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .optional()
  .catch(undefined)

const part = z.union([z.string(), z.number()]).transform(Number).pipe(z.number().int())

export const cslDate = z
  .object({
    'date-parts': z.array(z.array(part).catch([])).optional().catch(undefined),
    raw: text,
    literal: text,
    season: text,
    circa: z.unknown().optional(),
  })
  .optional()
  .catch(undefined)

export type LooseDate = z.infer<typeof cslDate>

export const cslName = z.object({
  family: text,
  given: text,
  literal: text,
  name: text,
  suffix: text,
  'non-dropping-particle': text,
  'dropping-particle': text,
})

export type LooseName = z.infer<typeof cslName>

const names = z
  .array(z.union([cslName, z.string().transform((literal): LooseName => ({literal}))]).catch({}))
  .optional()
  .catch(undefined)

/**
 * CSL-JSON as it is found in the wild: numbers as strings or not, titles as lists, a wrong value in one field.
 *
 * @see https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
 */
export const looseItem = z.object({
  type: text,
  title: z.union([z.array(z.string()).transform((titles) => titles[0]), text]),
  'container-title': z.union([z.array(z.string()).transform((titles) => titles[0]), text]),
  'collection-title': text,
  'event-title': text,
  event: text,
  'event-place': text,
  publisher: text,
  'publisher-place': text,
  authority: text,
  archive: text,
  genre: text,
  medium: text,
  number: text,
  version: text,
  edition: text,
  volume: text,
  issue: text,
  page: text,
  'article-number': text,
  status: text,
  language: text,
  note: text,
  URL: text,
  DOI: text,
  ISBN: z.union([z.array(z.string()).transform((list) => list[0]), text]),
  author: names,
  director: names,
  host: names,
  editor: names,
  translator: names,
  issued: cslDate,
  accessed: cslDate,
})

export type LooseItem = z.infer<typeof looseItem>
