import {expect, test} from 'vitest'

import {testLake} from '@/test-support/lakeClient'

const CANARY = 'unpublished-canary'
const published = {_id: 'tides', _type: 'article', title: 'On tides'}
const documents = [
  published,
  {_id: 'drafts.tides', _type: 'article', title: CANARY, other: {_ref: 'tides'}},
  {_id: 'drafts.new', _type: 'article', title: CANARY, slug: {current: CANARY}},
  {_id: 'versions.spring.tides', _type: 'article', title: CANARY},
  {_id: 'notes.tides', _type: 'note', title: CANARY},
]

type Who = 'anonymous' | 'viewer' | 'editor' | 'administrator'
type Row = [
  method: 'GET' | 'POST',
  path: string,
  body: unknown,
  statuses: [anonymous: number, viewer: number, editor: number],
]

const create = {mutations: [{create: {_type: 'article', title: 'New'}}]}
const discard = {actions: [{actionType: 'sanity.action.document.discard', draftId: 'drafts.new'}]}
const everything = encodeURIComponent(
  `{"all": *, "n": count(*), "r": *[references("tides")], "d": *[defined({"_ref": "drafts.new"}->)]}`,
)

const table: Row[] = [
  ['GET', `data/query/production?query=${everything}`, null, [200, 200, 200]],
  ['GET', `data/query/production?query=${everything}&perspective=raw`, null, [200, 200, 200]],
  ['GET', `data/query/production?query=${everything}&perspective=drafts`, null, [200, 200, 200]],
  ['GET', `data/query/production?query=${everything}&perspective=spring,drafts`, null, [200, 200, 200]],
  ['GET', `data/query/production?query=${everything}&perspective=raw&resultSourceMap=true`, null, [200, 200, 200]],
  ['POST', 'data/query/production?perspective=raw', {query: '*'}, [200, 200, 200]],
  ['GET', 'data/doc/production/tides,drafts.tides,drafts.new,versions.spring.tides,notes.tides', null, [200, 200, 200]],
  ['POST', 'data/mutate/production?returnDocuments=true', create, [401, 403, 200]],
  ['POST', 'data/mutate/production?dryRun=true&returnDocuments=true', create, [401, 403, 200]],
  ['POST', 'data/actions/production', discard, [401, 403, 200]],
  ['POST', 'data/actions/production', {...discard, dryRun: true}, [401, 403, 200]],
  ['GET', 'data/history/production/transactions/tides,drafts.tides?effectFormat=mendoza', null, [401, 200, 200]],
  ['GET', 'data/history/production/documents/drafts.new?lastRevision=true', null, [401, 200, 200]],
  ['GET', 'data/history/production/events/documents/drafts.tides', null, [401, 200, 200]],
  ['GET', 'data/listen/production?query=*&includeResult=true&includePreviousRevision=true', null, [200, 200, 200]],
  ['GET', 'data/live/events/production', null, [200, 200, 200]],
  ['GET', 'data/live/events/production?includeDrafts=true', null, [403, 200, 200]],
]

test.each(table)('%s %s lets in whom it should', async (method, path, body, [anonymous, viewer, editor]) => {
  const request = {method, path, body}
  const statuses = {
    anonymous: (await ask('anonymous', request)).status,
    viewer: (await ask('viewer', request)).status,
    editor: (await ask('editor', request)).status,
    administrator: (await ask('administrator', request)).status,
  }

  expect(statuses).toEqual({anonymous, viewer, editor, administrator: editor})
})

test.each(table)('%s %s tells anonymous readers of no private document', async (method, path, body) => {
  const {text} = await ask('anonymous', {method, path, body})

  expect(text).not.toContain(CANARY)
  expect(text).not.toMatch(/"_id":"(drafts|versions|notes)\./)
})

test('the canary is found by somebody signed in, wherever drafts are shown', async () => {
  const seen = await Promise.all(
    table
      .filter(
        ([method, path]) => method === 'GET' && /perspective=|doc\/|history\/.*(documents|transactions)/.test(path),
      )
      .map(async ([method, path, body]) => (await ask('viewer', {method, path, body})).text.includes(CANARY)),
  )

  expect(seen.length).toBeGreaterThan(6)
  expect(seen.filter((isSeen) => !isSeen).length).toBeLessThan(3)
})

test.each([
  ['no origin', {}, 403],
  ['a null origin', {origin: 'null'}, 403],
  ['another origin', {origin: 'https://evil.example'}, 403],
  ['a lookalike', {origin: 'https://octavo.example.evil.example'}, 403],
  ['its own origin', {origin: 'https://octavo.example'}, 200],
])('takes a write with a cookie from %s: %j', async (_name, headers, status) => {
  const lake = testLake(
    {production: []},
    {
      publicUrl: 'https://octavo.example/lake',
      identify: () => ({id: 'e', name: 'E', email: 'e@example.org', role: 'editor', kind: 'user'}),
    },
  )

  const response = await lake.fetch(
    new Request('http://127.0.0.1:4201/v1/data/mutate/production', {
      method: 'POST',
      headers: {...headers, cookie: 'session=x'},
      body: JSON.stringify(create),
    }),
  )

  expect(response.status).toBe(status)
  expect(lake.store.documents('production')?.size).toBe(status === 200 ? 1 : 0)
})

/** The status, and the body of what is not a stream without end; of a stream, what it says of a write to every document. */
async function ask(who: Who, {method, path, body}: {method: string; path: string; body: unknown}) {
  const lake = testLake({production: documents})
  const response = await lake.fetch(
    new Request(`http://lake.test/v2026-01-01/${path}`, {
      method,
      headers: who === 'anonymous' ? {} : {authorization: `Bearer ${who}`},
      body: body === null ? null : JSON.stringify(body),
    }),
  )
  if (response.headers.get('content-type') === 'text/event-stream') {
    for (const {_id} of documents)
      lake.commit({dataset: 'production', author: 'x', mutations: [{patch: {id: _id, set: {n: 1}}}]})
    lake.close()
  }
  const text = await response.text()
  return {status: response.status, text}
}
