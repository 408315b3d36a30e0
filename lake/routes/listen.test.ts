import type {ListenEvent, ListenOptions, SanityClient} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {afterEach, expect, test} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

type Heard = ListenEvent<Record<string, unknown>>

const tides = {_id: 'tides', _type: 'article', title: 'On tides'}
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
    .poll(() => heard.map(summary))
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

  await expect.poll(() => heard.length).toBe(2)
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
    .poll(() => heard)
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

  await expect.poll(() => heard.length).toBe(2)
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

  await expect.poll(() => heard.map(summary)).toEqual(['appear moons', 'update tides'])
  expect(heard[0]).toMatchObject({transactionTotalEvents: 1, transactionCurrentEvent: 1})
  expect(JSON.stringify(heard)).not.toContain('drafts.')
})

test('refuses a malformed query at once', async () => {
  const {lake} = open()

  const response = await lake.fetch(new Request('http://lake.test/v2026-01-01/data/listen/production?query=*['))

  expect(response.status).toBe(400)
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

test('ends within seconds of the reader losing its session', {timeout: 30_000}, async () => {
  const sessions = new Set(['editor'])
  const lake = testLake(
    {production: []},
    {
      identify: () =>
        sessions.has('editor') ? {id: 'e', name: 'E', email: 'e@example.org', role: 'editor', kind: 'user'} : null,
    },
  )
  const response = await lake.fetch(new Request('http://lake.test/v2026-01-01/data/listen/production?query=*'))
  sessions.clear()

  await expect(response.text()).resolves.toContain('event: welcome')
})

function open() {
  const lake = testLake({production: [tides]})
  return {lake, editor: clientOf(lake, {token: 'editor', perspective: 'raw'}), anonymous: clientOf(lake)}
}

/** Everything the listener hears after its welcome. */
async function listening(client: SanityClient, query: string, options: ListenOptions = {}): Promise<Heard[]> {
  const heard: Heard[] = []
  await new Promise<void>((resolve, reject) => {
    const events = client.listen(query, {}, {...options, events: ['welcome', 'mutation']})
    subscriptions.push(
      events.subscribe({next: (event) => (event.type === 'welcome' ? resolve() : heard.push(event)), error: reject}),
    )
  })
  return heard
}

function summary(event: Heard): string {
  return event.type === 'mutation' ? `${event.transition} ${event.documentId}` : event.type
}
