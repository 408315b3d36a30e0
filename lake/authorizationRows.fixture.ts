import {PNG} from '@/test-support/authorizationWorld'

/** What is asked of a route, and the status that each role gets. */
export interface Cell {
  path: string
  /** JSON, text or bytes. */
  body?: unknown
  headers?: Record<string, string>
  /** [anonymous, viewer, contributor, editor, administrator] */
  is: readonly [number, number, number, number, number]
  /** Where API tokens get something else than people of their role do. */
  token?: readonly [viewer: number, contributor: number, editor: number, administrator: number]
}

const everybody = [200, 200, 200, 200, 200] as const
const signedIn = [401, 200, 200, 200, 200] as const
const editors = [401, 403, 403, 200, 200] as const
const contributors = [401, 403, 200, 200, 200] as const
const administrators = [401, 403, 403, 403, 200] as const
const creators = [401, 403, 403, 403, 201] as const
const people = {is: signedIn, token: [400, 400, 400, 400]} as const
const elsewhere = [404, 404, 404, 404, 404] as const
const notFound = [401, 403, 403, 403, 404] as const

const article = {_type: 'article', title: 'New'}
const everything = encodeURIComponent('{"all": *, "n": count(*), "d": *[defined({"_ref": "drafts.new"}->)]}')
const action = (name: string, rest: object) => ({actions: [{actionType: `sanity.action.document.${name}`, ...rest}]})
const mutation = (...mutations: object[]) => ({mutations})
const hook = {name: 'Other', url: 'https://example.net/hook', rule: {on: ['update']}}

/** By route. USER, SESSION, TOKEN, HOOK, IMAGE and FILE stand for ones that exist. */
export const rows: Record<string, readonly Cell[]> = {
  'GET /health': [{path: '/health', is: everybody}],
  'GET /v*/data/query/:dataset': [
    {path: `/v1/data/query/production?query=${everything}`, is: everybody},
    {path: '/v1/data/query/none?query=*', is: elsewhere},
  ],
  'POST /v*/data/query/:dataset': [{path: '/v1/data/query/production', body: {query: '*'}, is: everybody}],
  'GET /v*/data/doc/:dataset/:ids': [
    {path: '/v1/data/doc/production/tides,drafts.new,versions.spring.tides,notes.tides', is: everybody},
    {path: '/v1/data/doc/production/drafts%2Enew,drafts.new%00', is: everybody},
  ],
  'POST /v*/data/mutate/:dataset': [
    {path: '/v1/data/mutate/production', body: mutation({create: article}), is: editors},
    {path: '/v1/data/mutate/production?dryRun=true', body: mutation({create: article}), is: editors},
    {path: '/v1/data/mutate/production', body: mutation({create: {...article, _id: 'drafts.'}}), is: contributors},
    {
      path: '/v1/data/mutate/production',
      body: mutation({create: {_id: 'linkHealth.tides', _type: 'linkHealth'}}),
      is: editors,
    },
    {
      path: '/v1/data/mutate/production',
      body: mutation({createOrReplace: {_id: 'dead-link-tides', _type: 'deadLink'}}),
      is: editors,
    },
    {
      path: '/v1/data/mutate/production',
      body: mutation({createIfNotExists: {_id: 'publishReason.tides', _type: 'publishReason'}}),
      is: editors,
    },
    {
      path: '/v1/data/mutate/production',
      body: mutation({create: {_id: 'distinctWorks.tides', _type: 'distinctWorks'}}),
      is: editors,
    },
    {
      path: '/v1/data/mutate/production',
      body: mutation({create: {_id: 'drafts.secret', _type: 'sanity.previewUrlSecret', secret: 's'}}),
      is: contributors,
    },
    {path: '/v1/data/mutate/production', body: mutation({patch: {id: 'drafts.new', set: {n: 1}}}), is: editors},
    {path: '/v1/data/mutate/production', body: mutation({patch: {query: '*', set: {n: 1}}}), is: editors},
    {path: '/v1/data/mutate/production', body: mutation({delete: {id: 'drafts.new'}}), is: editors},
    {path: '/v1/data/mutate/production', body: mutation({delete: {id: 'versions.spring.tides'}}), is: editors},
    {path: '/v1/data/mutate/none', body: mutation({create: article}), is: [401, 403, 404, 404, 404]},
  ],
  'POST /v*/data/actions/:dataset': [
    {
      path: '/v1/data/actions/production',
      body: action('publish', {draftId: 'drafts.new', publishedId: 'new'}),
      is: editors,
    },
    {
      path: '/v1/data/actions/production',
      body: {...action('publish', {draftId: 'drafts.new', publishedId: 'new'}), dryRun: true},
      is: editors,
    },
    {path: '/v1/data/actions/production', body: action('discard', {draftId: 'drafts.new'}), is: editors},
    {
      path: '/v1/data/actions/production',
      body: action('create', {publishedId: 'x', attributes: {...article, _id: 'drafts.x'}, ifExists: 'fail'}),
      is: contributors,
    },
  ],
  'GET /v*/data/listen/:dataset': [{path: '/v1/data/listen/production?query=*', is: everybody}],
  'GET /v*/data/live/events/:dataset': [
    {path: '/v1/data/live/events/production', is: everybody},
    {path: '/v1/data/live/events/production?includeDrafts=true', is: [403, 200, 200, 200, 200]},
  ],
  'GET /v*/check/cors': [{path: '/v1/check/cors', is: everybody}],
  'GET /v*/data/history/:dataset/transactions/:ids': [
    {path: '/v1/data/history/production/transactions/drafts.new', is: signedIn},
  ],
  'GET /v*/data/history/:dataset/documents/:ids': [
    {path: '/v1/data/history/production/documents/drafts.new?lastRevision=true', is: signedIn},
  ],
  'GET /v*/data/history/:dataset/events/documents/:ids': [
    {path: '/v1/data/history/production/events/documents/drafts.new', is: signedIn},
  ],
  'GET /v*/data/export/:dataset': [{path: '/v1/data/export/production', is: everybody}],

  'POST /v*/assets/images/:dataset': [
    {path: '/v1/assets/images/production', body: Buffer.from(PNG, 'base64'), is: contributors},
  ],
  'POST /v*/assets/files/:dataset': [{path: '/v1/assets/files/production', body: 'text', is: contributors}],
  'GET /images/:project/:dataset/:file': [
    {path: '/images/octavo/production/IMAGE', is: everybody},
    {path: '/images/octavo/production/IMAGE?dlRaw=true', is: everybody},
    {path: '/images/octavo/production/..%2F..%2Faccounts.sqlite', is: elsewhere},
  ],
  'GET /images/:project/:dataset/:file/:vanity': [{path: '/images/octavo/production/IMAGE/a.png', is: everybody}],
  'GET /files/:project/:dataset/:file': [
    {path: '/files/octavo/production/FILE', is: everybody},
    {path: '/files/octavo/production/..%2F..%2Faccounts.sqlite', is: elsewhere},
  ],
  'GET /files/:project/:dataset/:file/:vanity': [{path: '/files/octavo/production/FILE/a.txt', is: everybody}],

  'GET /v*/auth/providers': [{path: '/v1/auth/providers', is: everybody}],
  'GET /v*/auth/login/local': [
    {path: '/v1/auth/login/local?origin=http://localhost:3000/studio', is: everybody},
    {path: '/v1/auth/login/local?origin=https://evil.example/', is: [400, 400, 400, 400, 400]},
  ],
  'POST /v*/auth/login/local': [
    {
      path: '/v1/auth/login/local',
      body: 'email=a&password=b&origin=https://evil.example/',
      headers: {origin: 'http://localhost:3000'},
      is: [400, 400, 400, 400, 400],
    },
  ],
  'GET /v*/auth/fetch': [{path: '/v1/auth/fetch?sid=made-up', is: [401, 401, 401, 401, 401]}],
  'GET /v*/auth/id': [{path: '/v1/auth/id', is: signedIn}],
  'POST /v*/auth/logout': [{path: '/v1/auth/logout', is: everybody}],

  'GET /v*/users/me': [{path: '/v1/users/me', is: everybody}],
  'GET /v*/users/me/keyvalue/:keys': [{path: '/v1/users/me/keyvalue/a', is: signedIn}],
  'PUT /v*/users/me/keyvalue': [{path: '/v1/users/me/keyvalue', body: [{key: 'a', value: 1}], is: signedIn}],
  'GET /v*/users/:ids': [
    {path: '/v1/users/USER', is: signedIn},
    {path: '/v1/users/nobody', is: [401, 404, 404, 404, 404]},
  ],

  'GET /v*/accounts': [{path: '/v1/accounts', is: administrators}],
  'POST /v*/accounts': [
    {path: '/v1/accounts', body: {email: 'new@example.org', name: 'New', role: 'administrator'}, is: creators},
  ],
  'PATCH /v*/accounts/:id': [
    {path: '/v1/accounts/USER', body: {role: 'administrator'}, is: administrators},
    {path: '/v1/accounts/me', body: {role: 'administrator'}, is: notFound},
  ],
  'DELETE /v*/accounts/:id': [
    {path: '/v1/accounts/USER', is: administrators},
    {path: '/v1/accounts/me', is: notFound},
  ],
  'POST /v*/accounts/:id/password': [{path: '/v1/accounts/USER/password', is: administrators}],
  'POST /v*/accounts/me/password': [
    {path: '/v1/accounts/me/password', body: {current: 'analytical engine'}, is: [401, 400, 400, 400, 400]},
  ],
  'GET /v*/accounts/me/sessions': [{path: '/v1/accounts/me/sessions', ...people}],
  'DELETE /v*/accounts/me/sessions/:session': [
    {
      path: '/v1/accounts/me/sessions/SESSION',
      is: [401, 404, 404, 404, 404],
      token: [400, 400, 400, 400],
    },
  ],
  'GET /v*/accounts/:id/sessions': [{path: '/v1/accounts/USER/sessions', is: administrators}],
  'DELETE /v*/accounts/:id/sessions/:session': [{path: '/v1/accounts/USER/sessions/SESSION', is: administrators}],
  'GET /v*/projects/:project/tokens': [{path: '/v1/projects/octavo/tokens', is: administrators}],
  'POST /v*/projects/:project/tokens': [
    {path: '/v1/projects/octavo/tokens', body: {label: 'CI', roleName: 'administrator'}, is: creators},
  ],
  'DELETE /v*/projects/:project/tokens/:id': [{path: '/v1/projects/octavo/tokens/TOKEN', is: administrators}],

  'GET /v*/projects': [{path: '/v1/projects', is: signedIn}],
  'GET /v*/projects/:project': [
    {path: '/v1/projects/octavo', is: everybody},
    {path: '/v1/projects/other', is: elsewhere},
  ],
  'GET /v*/projects/:project/grants': [{path: '/v1/projects/octavo/grants', is: signedIn}],
  'GET /v*/projects/:project/roles': [{path: '/v1/projects/octavo/roles', is: signedIn}],
  'GET /v*/projects/:project/users/:ids': [{path: '/v1/projects/octavo/users/USER', is: signedIn}],
  'GET /v*/projects/:project/datasets': [{path: '/v1/projects/octavo/datasets', is: signedIn}],
  'GET /v*/datasets': [{path: '/v1/datasets', is: signedIn}],
  'PUT /v*/projects/:project/datasets/:dataset': [
    {path: '/v1/projects/octavo/datasets/staging', body: {}, is: administrators},
  ],
  'PUT /v*/datasets/:dataset': [{path: '/v1/datasets/staging', body: {}, is: administrators}],
  'PATCH /v*/projects/:project/datasets/:dataset': [
    {path: '/v1/projects/octavo/datasets/production', body: {}, is: administrators},
  ],
  'PATCH /v*/datasets/:dataset': [{path: '/v1/datasets/production', body: {}, is: administrators}],
  'GET /v*/projects/:project/datasets/:dataset/acl': [
    {path: '/v1/projects/octavo/datasets/production/acl', is: everybody},
  ],
  'GET /v*/projects/:project/datasets/:dataset/settings/embeddings': [
    {path: '/v1/projects/octavo/datasets/production/settings/embeddings', is: signedIn},
  ],
  'GET /v*/datasets/:dataset/settings/embeddings': [
    {path: '/v1/datasets/production/settings/embeddings', is: signedIn},
  ],
  'GET /v*/projects/:project/user-applications': [{path: '/v1/projects/octavo/user-applications', is: signedIn}],
  'GET /v*/features': [{path: '/v1/features', is: signedIn}],
  'GET /v*/access/requests/me': [{path: '/v1/access/requests/me', is: signedIn}],

  'GET /v*/hooks/projects/:project': [{path: '/v1/hooks/projects/octavo', is: administrators}],
  'POST /v*/hooks/projects/:project': [{path: '/v1/hooks/projects/octavo', body: hook, is: creators}],
  'GET /v*/hooks/projects/:project/:hook': [{path: '/v1/hooks/projects/octavo/HOOK', is: administrators}],
  'PATCH /v*/hooks/projects/:project/:hook': [
    {path: '/v1/hooks/projects/octavo/HOOK', body: {name: 'X'}, is: administrators},
  ],
  'PUT /v*/hooks/projects/:project/:hook': [
    {path: '/v1/hooks/projects/octavo/HOOK', body: {name: 'X'}, is: administrators},
  ],
  'DELETE /v*/hooks/projects/:project/:hook': [{path: '/v1/hooks/projects/octavo/HOOK', is: [401, 403, 403, 403, 204]}],
  'GET /v*/hooks/projects/:project/:hook/messages': [
    {path: '/v1/hooks/projects/octavo/HOOK/messages', is: administrators},
  ],
  'GET /v*/hooks/projects/:project/:hook/attempts': [
    {path: '/v1/hooks/projects/octavo/HOOK/attempts', is: administrators},
  ],
  'GET /v*/hooks/projects/:project/attempts/:attempt': [
    {path: '/v1/hooks/projects/octavo/attempts/made-up', is: notFound},
  ],
  'POST /v*/hooks/projects/:project/:hook/retry': [{path: '/v1/hooks/projects/octavo/HOOK/retry', is: administrators}],
  'POST /v*/hooks/projects/:project/:hook/messages/:message/retry': [
    {path: '/v1/hooks/projects/octavo/HOOK/messages/made-up/retry', is: administrators},
  ],
  'GET /v*/hooks/:hook/messages': [{path: '/v1/hooks/HOOK/messages', is: administrators}],
}
