import {z} from 'zod'

import {isDatasetName} from '../documents/datasetName.ts'
import {isPrivateId} from '../documents/ids.ts'
import type {LakeDocument} from '../store/store.ts'
import {literalAddress, refusalOf} from './address.ts'

export const SITE = 'site'
export const ALL_DATASETS = '*'
const MAX_GROQ_LENGTH = 16_384

export type Operation = 'create' | 'update' | 'delete'

const DATE_OR_X = /^v?(\d{4}-\d{2}-\d{2}|\d{1,2}|X)$/
/** What the lake says itself, and what would change how the request is framed. */
const RESERVED_HEADER =
  /^(host|connection|content-length|content-type|transfer-encoding|upgrade|te|trailer|expect|idempotency-key|sanity-.*)$/i

const HEADER = /^[\w!#$%&'*+.^`|~-]{1,100}$/

const groq = z.string().max(MAX_GROQ_LENGTH, `GROQ may have ${MAX_GROQ_LENGTH} characters`).nullish()

const headerValue = z
  .string()
  .max(4096)
  .regex(/^[\t\x20-\x7e]*$/, 'has characters that a header cannot have')

const fields = {
  name: z.string().trim().min(1, 'A webhook needs a name').max(200),
  description: z.string().max(1024).nullish(),
  url: z.string().max(2048),
  dataset: z
    .string()
    .refine((name) => name === ALL_DATASETS || isDatasetName(name), 'must be the name of a dataset, or * for all'),
  rule: z.object({
    on: z.array(z.enum(['create', 'update', 'delete'])).min(1, 'must name create, update or delete'),
    filter: groq,
    projection: groq,
  }),
  apiVersion: z.string().regex(DATE_OR_X, 'must be a version such as v2021-03-25'),
  httpMethod: z.enum(['POST', 'PUT', 'PATCH', 'DELETE', 'GET']),
  includeDrafts: z.boolean(),
  includeAllVersions: z.boolean(),
  /** Null stands for the value that is there already: values are not shown. */
  headers: z
    .record(z.string(), headerValue.nullable())
    .refine((headers) => Object.keys(headers).every((name) => HEADER.test(name)), 'has a name that no header can have')
    .refine(
      (headers) => !Object.keys(headers).some((name) => RESERVED_HEADER.test(name)),
      'names one that is set by the lake',
    )
    .refine((headers) => Object.keys(headers).length <= 50, 'may be 50 at most'),
  /** Null and absent stand for the one that is there already; an empty text ends the signing. */
  secret: z.string().max(1024).nullish(),
  isDisabledByUser: z.boolean(),
}

/** What the HTTP API takes to create a webhook. */
export const newHook = z.object({
  ...fields,
  type: z.literal('document', 'must be document: webhooks by transaction are not implemented here').default('document'),
  dataset: fields.dataset.default(ALL_DATASETS),
  apiVersion: fields.apiVersion.default('v2021-03-25'),
  httpMethod: fields.httpMethod.default('POST'),
  includeDrafts: fields.includeDrafts.default(false),
  includeAllVersions: fields.includeAllVersions.default(false),
  headers: fields.headers.default({}),
  isDisabledByUser: fields.isDisabledByUser.default(false),
})

/** What the HTTP API takes to change one; what is absent stays. */
export const hookChanges = z.object({...fields, rule: fields.rule.partial()}).partial()

export const storedHook = z.object({
  name: z.string(),
  description: z.string().nullable(),
  url: z.string(),
  dataset: z.string(),
  on: z.array(z.enum(['create', 'update', 'delete'])),
  filter: z.string().nullable(),
  projection: z.string().nullable(),
  apiVersion: z.string(),
  httpMethod: fields.httpMethod,
  headers: z.record(z.string(), z.string()),
  secret: z.string().nullable(),
  includeDrafts: z.boolean(),
  includeAllVersions: z.boolean(),
  isDisabledByUser: z.boolean(),
  createdAt: z.string(),
  createdByUserId: z.string(),
  /** The place in the transaction log from which on changes are announced. */
  since: z.number(),
})

export type StoredHook = z.output<typeof storedHook>
export interface Hook extends StoredHook {
  id: string
}

/** What is wrong with the address, as a sentence, or null. Names are looked up when a message is sent, not here. */
export function addressProblem(url: string, {allowPrivate}: {allowPrivate: boolean}): string | null {
  if (!URL.canParse(url)) return 'The url is not an address such as https://example.org/hook'
  const {protocol, hostname, username, password} = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return 'The url must begin with https:// or http://'
  if (username || password) return 'The url may not carry a password: put it into a header'
  const address = literalAddress(hostname)
  return address && refusalOf(address, {allowPrivate})
}

type Scope = Pick<Hook, 'id' | 'includeDrafts' | 'includeAllVersions'>

/** Whether a change of this document concerns the hook at all, whatever its filter says. */
export function concerns(hook: Scope, {_id, _type}: Pick<LakeDocument, '_id' | '_type'>): boolean {
  return concernsId(hook, _id) && (hook.id !== SITE || !/^(?:sanity|system)\./.test(_type))
}

/** As `concerns`, as far as the id tells. */
export function concernsId(hook: Scope, id: string): boolean {
  if (hook.id === SITE) return !isPrivateId(id)
  if (id.startsWith('drafts.')) return hook.includeDrafts
  return hook.includeAllVersions || !(id.startsWith('versions.') || id.startsWith('_.'))
}

/** As the hosted API shows it, but for what is secret: `secret` and the values of headers are null. */
export function hookJson(
  {id, on, filter, projection, since: _since, secret, headers, ...rest}: Hook,
  projectId: string,
) {
  return {
    type: 'document',
    rule: {on, filter, projection},
    ...rest,
    headers: Object.fromEntries(Object.keys(headers).map((name) => [name, null])),
    secret: null,
    hasSecret: secret !== null,
    id,
    projectId,
    isDisabled: false,
    deletedAt: null,
  }
}
