import {z} from 'zod'

import {BadRequestError} from '../errors.ts'

import {assertStorable} from './json.ts'

const attributes = z.record(z.string(), z.unknown())
const paths = z.array(z.string())

/** What may be done to one document. @see https://www.sanity.io/docs/http-reference/mutation */
const operations = {
  ifRevisionID: z.string().optional(),
  set: attributes.optional(),
  setIfMissing: attributes.optional(),
  unset: paths.optional(),
  inc: attributes.optional(),
  dec: attributes.optional(),
  insert: attributes.optional(),
  diffMatchPatch: z.record(z.string(), z.string()).optional(),
}

const byId = z.object({id: z.string()})
const byQuery = z.object({query: z.string(), params: attributes.optional()})

const mutation = z.union([
  z.strictObject({create: attributes}),
  z.strictObject({createIfNotExists: attributes}),
  z.strictObject({createOrReplace: attributes}),
  z.strictObject({delete: z.union([byId, byQuery])}),
  z.strictObject({patch: z.union([byId.extend(operations), byQuery.extend(operations)])}),
])

export type Mutation = z.infer<typeof mutation>

/** @throws {BadRequestError} 400, when it is none of the five kinds. */
export function parseMutation(value: unknown, index: number): Mutation {
  // Before zod, which leaves out the keys that this refuses.
  assertStorable(value, `mutations[${index}]`)
  const parsed = mutation.safeParse(value)
  if (parsed.success) return parsed.data
  throw new BadRequestError(
    `mutations[${index}] must be one of {create}, {createIfNotExists}, {createOrReplace}, {delete: {id | query}}, {patch: {id | query, …}}`,
  )
}
