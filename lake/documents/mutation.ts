import {z} from 'zod'

import {ValidationError} from '../errors.ts'

import {assertStorable, isObject} from './json.ts'

const attributes = z.record(z.string(), z.unknown())
const numbers = z.record(z.string(), z.number())
const texts = z.record(z.string(), z.string())
const items = z.array(z.unknown())

/** What may be done to one document. @see https://www.sanity.io/docs/http-reference/mutation */
const operations = {
  ifRevisionID: z.string().optional(),
  set: attributes.optional(),
  setIfMissing: attributes.optional(),
  unset: z.array(z.string()).optional(),
  inc: numbers.optional(),
  dec: numbers.optional(),
  insert: z
    .union([
      z.strictObject({before: z.string(), items}),
      z.strictObject({after: z.string(), items}),
      z.strictObject({replace: z.string(), items}),
    ])
    .optional(),
  diffMatchPatch: texts.optional(),
}

const byId = z.strictObject({id: z.string()})
const byQuery = z.strictObject({query: z.string(), params: attributes.optional()})

const kinds = {
  create: z.strictObject({create: attributes}),
  createIfNotExists: z.strictObject({createIfNotExists: attributes}),
  createOrReplace: z.strictObject({createOrReplace: attributes}),
  delete: z.strictObject({delete: z.union([byId, byQuery])}),
  patch: z.strictObject({patch: z.union([byId.extend(operations), byQuery.extend(operations)])}),
}

export type Mutation = z.infer<(typeof kinds)[keyof typeof kinds]>

/**
 * The mutation, if it is one of the five kinds and says nothing else: what were left out would look done.
 *
 * @throws {ValidationError} 400.
 */
export function parseMutation(value: unknown, index: number): Mutation {
  // Before zod, which leaves out the keys that this refuses.
  assertStorable(value, `mutations[${index}]`)
  const kind = Object.entries(kinds).find(([name]) => isObject(value) && name in value)?.[1]
  const parsed = kind?.safeParse(value)
  if (parsed?.success) return parsed.data
  const reason = parsed
    ? reasonOf(parsed.error.issues)
    : 'it must be one of {create}, {createIfNotExists}, {createOrReplace}, {delete: {id | query}}, {patch: {id | query, …}}'
  throw new ValidationError(`mutations[${index}] is no mutation: ${reason}`)
}

/** Of what could be meant, the one that lacks least. */
function reasonOf(issues: readonly z.core.$ZodIssue[]): string {
  const [issue] = issues
  if (issue?.code !== 'invalid_union') return `${issue?.path.join('.')}: ${issue?.message}`
  const [closest = []] = issue.errors.toSorted((one, other) => one.length - other.length)
  return closest.length === 0 ? issue.message : `${issue.path.join('.')}.${reasonOf(closest)}`
}
