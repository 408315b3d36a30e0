import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'

import {createLake, type LakeOptions, type OpenLake} from '@/lake/index'
import {roles, type Identity, type Role} from '@/lake/identity'

export type Documents = readonly {_id: string; _type: string; [attribute: string]: unknown}[]

interface LakeClientOptions {
  /** The name of a role — `administrator`, `editor`, `contributor`, `viewer` — is a token with that role. Default: anonymous. */
  token?: Role
  perspective?: ClientConfig['perspective']
}

/**
 * The real `@sanity/client`, wired to an in-memory lake without a socket. References may point at documents that are not
 * given: they are put in as they are.
 */
export function lakeClient(datasets: Record<string, Documents>, options: LakeClientOptions = {}): SanityClient {
  return clientOf(testLake(datasets), options)
}

/** A lake in memory, in which a bearer token is the name of its role. */
export function testLake(datasets: Record<string, Documents>, options: Partial<LakeOptions> = {}): OpenLake {
  const lake = createLake({path: ':memory:', datasets: Object.keys(datasets), identify: identifyByRole, ...options})
  for (const [dataset, documents] of Object.entries(datasets)) seed(lake, dataset, documents)
  return lake
}

/** Another client on the same lake. */
export function clientOf(lake: OpenLake, {token, perspective}: LakeClientOptions = {}): SanityClient {
  return createClient({
    projectId: 'octavo',
    dataset: 'production',
    apiVersion: '2026-01-01',
    useCdn: false,
    apiHost: 'http://lake.test',
    useProjectHostname: false,
    token,
    perspective,
    ignoreBrowserTokenWarning: true,
    resolveFetch: () => (url, init) => lake.fetch(new Request(url, init)),
  })
}

export function identifyByRole(request: Request): Identity | null {
  const token = request.headers.get('authorization')?.replace('Bearer ', '')
  const role = roles.find((name) => name === token)
  return role ? {id: role, name: role, email: `${role}@example.org`, role, kind: 'user'} : null
}

/** Puts documents as they are in the place of all that a dataset holds. */
export function seed(lake: OpenLake, dataset: string, documents: Documents): void {
  const now = new Date(0).toISOString()
  const added = documents.map((document) => ({
    documentId: document._id,
    before: null,
    after: {_rev: 'seed', _createdAt: now, _updatedAt: now, ...document},
    effects: {apply: [0, document], revert: [0, null]},
    mutations: [],
  }))
  const ids = new Set(documents.map(({_id}) => _id))
  const removed = [...(lake.store.documents(dataset)?.values() ?? [])]
    .filter(({_id}) => !ids.has(_id))
    .map((before) => ({
      documentId: before._id,
      before,
      after: null,
      effects: {apply: [0, null], revert: [0, before]},
      mutations: [],
    }))
  const id = `seed-${dataset}-${lake.store.lastSequence()}`
  lake.store.commit({id, dataset, author: 'seed', timestamp: now, changes: [...removed, ...added]})
}
