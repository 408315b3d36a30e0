import {ChannelError, ConnectionFailedError} from '@sanity/client'
import type {ListenEvent, ListenOptions, ResumableListenOptions, SanityClient} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {afterEach, expect, test} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

type Heard = ListenEvent<Record<string, unknown>>

const tides = {_id: 'tides', _type: 'article', title: 'On tides'}
const soon = {timeout: 20_000}
const subscriptions: {unsubscribe(): void}[] = []

afterEach(() => subscriptions.splice(0).forEach((one) => one.unsubscribe()))

test('tells of a document that the query holds before or after', async () => {
  const {editor} = open()
  const heard = await listening(editor, '*[_type == "article" && title match "tides"]')

  await editor.create({_id: 'moons', _type: 'article', title: 'Moons'})
  await editor.patch('moons').set({title: 'Moons and tides'}).commit()
  await editor.patch('moons').set({dek: 'x'}).commit()
  await editor.patch('moons').set({title: 'Moons'}).commit()
  await editor.delete('tides')

  await expect
    .poll(() => heard.map(summary), soon)
    .toEqual(['appear moons', 'update moons', 'disappear moons', 'disappear tides'])
})

test('chains revisions and carries effects that a replica can follow', async () => {
  const {editor} = open()
  const heard = await listening(editor, '*[_id == "tides"]', {effectFormat: 'mendoza', includePreviousRevision: true})
  const replica = await editor.getDocument('tides')

  await editor.patch('tides').set({title: 'On moons'}).commit()
  const stored = await editor
    .patch('tides')
    .set({body: [{_key: 'a', text: 'x'}]})
    .commit()

  await expect.poll(() => heard.length, soon).toBe(2)
  const {_rev, ...start} = replica ?? {_rev: ''}
  const followed = heard.reduce<{rev: unknown; document: unknown}>(
    ({rev, document}, event) => {
      if (event.type !== 'mutation' || event.previousRev !== rev) throw new Error('listen(): the chain is broken')
      return {rev: event.resultRev, document: applyPatch(document, event.effects?.apply ?? [])}
    },
    {rev: _rev, document: start},
  )
  expect({...Object(followed.document), _rev: followed.rev}).toEqual(stored)
  expect(heard[1]).toMatchObject({
    identity: 'editor',
    result: stored,
    previous: {title: 'On moons'},
    transition: 'update',
  })
})

test('counts the events of a transaction that this listener gets', async () => {
  const {editor} = open()
  const heard = await listening(editor, '*[_id in ["tides", "moons"]]')

  const others = ['a', 'moons', 'b'].map((_id) => ({create: {_id, _type: 'article'}}))
  await editor.transaction([...others, {patch: {id: 'tides', set: {n: 1}}}]).commit()

  await expect
    .poll(() => heard, soon)
    .toEqual([
      expect.objectContaining({documentId: 'moons', transactionCurrentEvent: 1, transactionTotalEvents: 2}),
      expect.objectContaining({documentId: 'tides', transactionCurrentEvent: 2, transactionTotalEvents: 2}),
    ])
})

test('chains a deletion as the Studio does: from the last revision to that of its transaction', async () => {
  const {editor} = open()
  const heard = await listening(editor, '*')

  const created = await editor.create({_id: 'moons', _type: 'article'})
  const {transactionId} = await editor.mutate([{delete: {id: 'moons'}}], {returnDocuments: false})

  await expect.poll(() => heard.length, soon).toBe(2)
  expect(heard[0]).not.toHaveProperty('previousRev')
  expect(heard[1]).toMatchObject({transition: 'disappear', previousRev: created._rev, resultRev: transactionId})
})

test('lets anonymous readers hear of published documents only', async () => {
  const {editor, anonymous} = open()
  const heard = await listening(anonymous, '*', {includePreviousRevision: true})

  await editor
    .transaction()
    .create({_id: 'drafts.tides', _type: 'article', title: 'Secret'})
    .create({_id: 'moons', _type: 'article'})
    .commit()
  await editor.action({actionType: 'sanity.action.document.publish', draftId: 'drafts.tides', publishedId: 'tides'})

  await expect.poll(() => heard.map(summary), soon).toEqual(['appear moons', 'update tides'])
  expect(heard[0]).toMatchObject({transactionTotalEvents: 1, transactionCurrentEvent: 1})
  expect(JSON.stringify(heard)).not.toContain('drafts.')
})

test.each([
  ['a malformed query', '*[_type == ', /^GROQ query parse error:\n> 1 \| \*\[_type ==/],
  ['a query with a function that is not there', '*[geo::contains(a, b)]', /geo::contains/],
])('answers %s as the hosted lake does, with an error on the stream', async (_name, query, message) => {
  const {lake, editor} = open()
  const error = await new Promise<unknown>((error) => {
    subscriptions.push(editor.listen(query).subscribe({error}))
  })
  const path = `/v2026-01-01/data/listen/production?query=${encodeURIComponent(query)}`
  const response = await lake.fetch(new Request(`http://lake.test${path}`))

  expect(error).toBeInstanceOf(ChannelError)
  expect(error).toMatchObject({message: expect.stringMatching(message), data: {error: {query}}})
  expect(response.status).toBe(200)
  await expect(response.text()).resolves.toMatch(/^event: channelError\ndata: .*\n\n$/)
})

test.each([
  ['of which it missed two', 'first', ['welcomeback', 'mutation', 'mutation', 'mutation']],
  ['that is unknown', 'unknown', ['reset']],
])('resumes after an event %s', async (_name, transactionId, names) => {
  const {lake, editor} = open()
  await editor.patch('tides').set({n: 1}).commit({transactionId: 'first'})
  await editor.patch('tides').set({n: 2}).commit()
  await editor.patch('tides').set({n: 3}).commit()

  const response = await lake.fetch(
    new Request('http://lake.test/v2026-01-01/data/listen/production?query=*&enableResume=true', {
      headers: {'last-event-id': `${transactionId}#tides`},
    }),
  )
  lake.close()

  const text = await response.text()
  expect([...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name)).toEqual(names)
})

test('cuts off a reader that does not read', {timeout: 30_000}, async () => {
  const {lake, editor} = open()
  const response = await lake.fetch(
    new Request('http://lake.test/v2026-01-01/data/listen/production?query=*&includeResult=true'),
  )

  for (let round = 0; round < 4; round++)
    await editor
      .patch('tides')
      .set({body: 'x'.repeat(1_000_000 + round)})
      .commit()

  await expect(response.text()).rejects.toThrow('reads too slowly')
})

test.each<[string, ListenOptions, string[]]>([
  ['nothing else', {}, ['mutations', 'result']],
  ['includeResult: false', {includeResult: false}, ['mutations']],
  ['includeMutations: false', {includeMutations: false}, ['result']],
  ['includePreviousRevision', {includePreviousRevision: true}, ['mutations', 'previous', 'result']],
  ['effectFormat', {effectFormat: 'mendoza'}, ['effects', 'mutations', 'result']],
  ['a tag', {tag: 'studio.preview'}, ['mutations', 'result']],
])('says of a change what is asked for: %s', async (_name, options, parts) => {
  const {editor} = open()
  const heard = await listening(editor, '*', options)

  const {_rev} = await editor.patch('tides').set({title: 'On moons'}).commit({transactionId: 'change'})

  await expect.poll(() => heard, soon).toHaveLength(1)
  const [event] = heard
  const large = ['effects', 'mutations', 'previous', 'result']
  expect(
    Object.keys(event ?? {})
      .filter((key) => large.includes(key))
      .sort(),
  ).toEqual(parts)
  expect(event).toMatchObject({
    type: 'mutation',
    eventId: 'change#tides',
    documentId: 'tides',
    transactionId: 'change',
    transition: 'update',
    identity: 'editor',
    previousRev: 'seed',
    resultRev: _rev,
    visibility: 'query',
    transactionTotalEvents: 1,
    transactionCurrentEvent: 1,
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    ...(parts.includes('mutations') ? {mutations: [{patch: {set: {title: 'On moons'}}}]} : {}),
  })
})

test.each([
  ['2026-01-01', {}, ['moons']],
  ['2025-02-19', {}, ['moons']],
  ['X', {}, ['moons']],
  ['2024-08-01', {}, ['moons', 'drafts.moons']],
  ['1', {}, ['moons', 'drafts.moons']],
  ['2026-01-01', {includeAllVersions: true}, ['moons', 'drafts.moons', 'versions.spring.moons']],
  ['2024-08-01', {includeAllVersions: true}, ['moons', 'drafts.moons', 'versions.spring.moons']],
])('hears of versions as version %s of the API says, with %j', async (apiVersion, options, ids) => {
  const {editor} = open()
  const heard = await listening(editor.withConfig({apiVersion}), '*[_type == "article"]', options)

  for (const _id of ['moons', 'drafts.moons', 'versions.spring.moons', 'end'])
    await editor.create({_id, _type: 'article'})

  await expect.poll(() => documentIds(heard), soon).toEqual([...ids, 'end'])
})

test.each(['async', 'sync', 'deferred'] as const)('passes on a wish for %s visibility', async (visibility) => {
  const {editor} = open()
  const heard = await listening(editor, '*', {visibility: 'transaction'})

  await editor.patch('tides').set({n: 1}).commit({visibility})

  await expect.poll(() => heard, soon).toHaveLength(1)
  expect(heard[0]).toMatchObject({visibility: visibility === 'async' ? 'transaction' : 'query'})
})

test.each([
  '*[_type == "article"]{_id}',
  '*[_type == "article"] | order(title desc)[0...0]',
  '*[_type == "article"][5]',
  'count(*[_type == "article"])',
  '*[_type == "article"]{"n": count(*[_type == "author"])}[n > 0]',
])('goes by the filter of %s alone', async (query) => {
  const {editor} = open()
  const heard = await listening(editor, query)

  await editor.create({_id: 'ada', _type: 'author'})
  await editor.create({_id: 'moons', _type: 'article'})

  await expect.poll(() => documentIds(heard), soon).toEqual(['moons'])
})

test('follows references in a filter', async () => {
  const {editor} = open()
  await editor.create({_id: 'ada', _type: 'author', name: 'Ada'})
  const heard = await listening(editor, '*[author->name == $name]', {}, {name: 'Ada'})

  await editor.create({_id: 'moons', _type: 'article', author: {_type: 'reference', _ref: 'ada'}})
  await editor.create({_id: 'suns', _type: 'article'})

  await expect.poll(() => documentIds(heard), soon).toEqual(['moons'])
})

test('goes on where it was after its connection is lost', async () => {
  const {editor, lake} = open()
  const {events, heard} = resuming(editor)
  await expect.poll(() => events, soon).toEqual(['open', 'welcome'])
  await editor.patch('tides').set({n: 1}).commit({transactionId: 'first'})
  await expect.poll(() => heard, soon).toEqual(['first'])

  lake.listening.readers.close()
  await editor.patch('tides').set({n: 2}).commit({transactionId: 'second'})
  await editor.patch('tides').set({n: 3}).commit({transactionId: 'third'})

  await expect.poll(() => heard, soon).toEqual(['first', 'first', 'second', 'third'])
  expect(events).toEqual(['open', 'welcome', 'reconnect', 'open', 'welcomeback'])
  await editor.patch('tides').set({n: 4}).commit({transactionId: 'fourth'})
  await expect.poll(() => heard.at(-1), soon).toBe('fourth')
})

test('starts afresh on a lake that does not know what it has heard', async () => {
  const [before, after] = [open(), open()]
  let lake = before.lake
  const client = before.editor.withConfig({
    resolveFetch: () => (url, init) => lake.fetch(new Request(url, init)),
  })
  const {events, heard} = resuming(client)
  await expect.poll(() => events, soon).toEqual(['open', 'welcome'])
  await client.patch('tides').set({n: 1}).commit({transactionId: 'first'})
  await expect.poll(() => heard, soon).toEqual(['first'])

  lake = after.lake
  before.lake.listening.readers.close()

  await expect.poll(() => events, soon).toEqual(['open', 'welcome', 'reconnect', 'open', 'reset'])
})

test('ends with an error that says why a filter cannot go on', async () => {
  const {editor} = open()
  const query = '*[count(body[count(^.body[n > ^.n]) > 0]) > 0]'
  const failure = new Promise<unknown>((resolve) => {
    subscriptions.push(
      editor.listen(query, {}, {events: ['welcome']}).subscribe({error: resolve, next: () => void write()}),
    )
  })
  const write = () =>
    editor.createOrReplace({
      _id: 'big',
      _type: 'article',
      body: Array.from({length: 3_000}, (_, n) => ({_key: `k${n}`, n})),
    })

  const error = await failure

  expect(error).toBeInstanceOf(ChannelError)
  expect(error).toMatchObject({message: expect.stringContaining('takes too long')})
})

test.each([
  ['a dataset that does not exist', {dataset: 'elsewhere'}, 404],
  ['a token that is nobody’s', {token: 'nobody'}, 401],
])('refuses %s for good', async (_name, config, status) => {
  const {editor} = open()
  const failure = await new Promise<unknown>((error) => {
    subscriptions.push(editor.withConfig(config).listen('*').subscribe({error}))
  })

  expect(failure).toBeInstanceOf(ConnectionFailedError)
  expect(failure).toMatchObject({status})
})

/** The names of all events but mutations, and the transactions of those. */
function resuming(client: SanityClient) {
  const [events, heard]: [string[], string[]] = [[], []]
  const options: ResumableListenOptions = {
    enableResume: true,
    events: ['open', 'welcome', 'mutation', 'reconnect', 'welcomeback', 'reset'],
  }
  subscriptions.push(
    client.listen('*', {}, options).subscribe((event) => {
      if (event.type === 'mutation') heard.push(event.transactionId)
      else events.push(event.type)
    }),
  )
  return {events, heard}
}

function documentIds(heard: readonly Heard[]): string[] {
  return heard.flatMap((event) => (event.type === 'mutation' ? [event.documentId] : []))
}

function open() {
  const lake = testLake({production: [tides]})
  return {lake, editor: clientOf(lake, {token: 'editor', perspective: 'raw'}), anonymous: clientOf(lake)}
}

/** Everything the listener hears after its welcome. */
async function listening(
  client: SanityClient,
  query: string,
  options: ListenOptions = {},
  params: Record<string, unknown> = {},
): Promise<Heard[]> {
  const heard: Heard[] = []
  await new Promise<void>((resolve, reject) => {
    const events = client.listen(query, params, {...options, events: ['welcome', 'mutation']})
    subscriptions.push(
      events.subscribe({next: (event) => (event.type === 'welcome' ? resolve() : heard.push(event)), error: reject}),
    )
  })
  return heard
}

function summary(event: Heard): string {
  return event.type === 'mutation' ? `${event.transition} ${event.documentId}` : event.type
}
