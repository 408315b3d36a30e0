import {createClient} from '@sanity/client'
import {expect, test} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'
import {readFacts} from '@/sanity/inputs/integrity/readFacts'

import {verdictOf} from './checkBeforePublishing'
import {publishTogether} from './publishTogether'

test('publishes a text and its new references in one transaction, with pointers that hold', async () => {
  const {client} = world()
  await publishTogether(client, {id: 'tides', check: await check(client), changed: []})

  const [text, book, other] = await Promise.all(['tides', 'book', 'drafts.other'].map((id) => client.getDocument(id)))
  expect(text?._rev).toBe(book?._rev)
  expect(text?.furtherReading).toEqual([
    {_type: 'reference', _key: 'book', _ref: 'book'},
    {_type: 'reference', _key: 'other', _ref: 'other'},
  ])
  expect(other?.title).toBe('Other, changed')
  await expect(client.delete('book')).rejects.toThrow(/tides/)
})

test('publishes the changes of a reference only when they are chosen', async () => {
  const {client} = world()
  await publishTogether(client, {id: 'tides', check: await check(client), changed: ['other']})

  expect((await client.getDocument('other'))?.title).toBe('Other, changed')
  expect(await client.getDocument('drafts.other')).toBeUndefined()
})

test('publishes more references than one request takes, the text with the last of them', async () => {
  const {client, checked, ids} = await largeWorld()
  await publishTogether(client, {id: 'tides', check: checked, changed: []})

  expect(await client.fetch('count(*[_id in $ids])', {ids})).toBe(ids.length)
  const text = await client.getDocument('tides')
  expect(text?.furtherReading).toHaveLength(ids.length)
  expect(await client.fetch('*[_id in path("drafts.**")]._id')).not.toContain('drafts.tides')
})

test('says how many references are out already when the text cannot follow', async () => {
  const {client, checked} = await largeWorld()
  await client.patch('drafts.tides').set({title: 'By somebody else'}).commit()

  await expect(publishTogether(client, {id: 'tides', check: checked, changed: []})).rejects.toMatchObject({
    message: expect.stringContaining('100 references were published, this was not'),
    isStale: true,
  })
  expect(await client.getDocument('tides')).toBeUndefined()
})

test.each([
  ['the text', 'drafts.tides'],
  ['a reference', 'drafts.book'],
])('publishes nothing when %s has changed since it was checked', async (_, changed) => {
  const {client} = world()
  const checked = await check(client)
  await client.patch(changed).set({title: 'By somebody else'}).commit()

  await expect(publishTogether(client, {id: 'tides', check: checked, changed: []})).rejects.toThrow(
    'Somebody changed this text or one of its references in the meantime. Nothing was published',
  )
  expect(await client.getDocument('tides')).toBeUndefined()
  expect(await client.getDocument('book')).toBeUndefined()
})

test('a contributor publishes neither the text nor its references', async () => {
  const {lake, client} = world()
  const contributor = clientOf(lake, {token: 'contributor'})

  await expect(publishTogether(contributor, {id: 'tides', check: await check(client), changed: []})).rejects.toThrow(
    'Your account may not publish this. Nothing was published',
  )
  expect(await client.getDocument('book')).toBeUndefined()
})

test.each([
  [502, 'The content store refused. Nothing was published'],
  [401, 'You are signed out. Nothing was published'],
  ['no answer', 'The content store did not answer. Reload the page to see whether this was published.'],
])('says in words what %s means', async (status, words) => {
  const {client} = world()
  const checked = await check(client)
  const failing = lakeClientThat(() =>
    typeof status === 'number'
      ? Promise.resolve(Response.json({}, {status}))
      : Promise.reject(new TypeError('fetch failed')),
  )

  await expect(publishTogether(failing, {id: 'tides', check: checked, changed: []})).rejects.toThrow(words)
})

test('keeps every reason, privately, and asks for none twice', async () => {
  const {lake, client} = world()
  const checked = await check(client)
  const {warnings} = verdictOf(checked, new Set())
  expect(warnings.map(({code, referenceId}) => [code, referenceId])).toEqual([['no-access-date', 'other']])
  const publishWith = async (reason: string, at: string) => {
    const publication = {id: 'tides', check: await check(client), changed: []}
    await publishTogether(client, {...publication, answer: {reason, by: ADA, warnings, at}})
  }
  await publishWith('It never changes.', '2026-01-01T00:00:00Z')
  const [text, first] = await Promise.all(['tides', 'publishReason.tides'].map((id) => client.getDocument(id)))
  expect(first?._rev).toBe(text?._rev)
  await client.create({...text, _id: 'drafts.tides', _type: 'article', title: 'On tides, again'})
  await publishWith('Still so.', '2026-02-01T00:00:00Z')

  const kept = await client.getDocument('publishReason.tides')
  expect(kept).toMatchObject({_type: 'publishReason', documentId: 'tides'})
  expect(kept?.acceptances.map(({reason, by}: {reason: string; by: string}) => [reason, by])).toEqual([
    ['It never changes.', 'Ada'],
    ['Still so.', 'Ada'],
  ])
  expect(await client.fetch('*[_id in path("drafts.publishReason.**")]')).toEqual([])
  expect(verdictOf(await check(client), new Set())).toMatchObject({warnings: [], answered: [{code: 'no-access-date'}]})
  expect(await clientOf(lake).fetch('*[_id match "publishReason*"]')).toEqual([])
  await client.patch('other').set({url: 'https://example.org/moved'}).commit()
  expect(verdictOf(await check(client), new Set()).warnings).toHaveLength(1)
})

test('keeps no reason for what was not published', async () => {
  const {client} = world()
  const checked = await check(client)
  const {warnings} = verdictOf(checked, new Set())
  await client.patch('drafts.tides').set({title: 'By somebody else'}).commit()

  const answer = {reason: 'It never changes.', by: ADA, warnings, at: '2026-01-01T00:00:00Z'}
  await expect(publishTogether(client, {id: 'tides', check: checked, changed: [], answer})).rejects.toThrow(
    'Nothing was published',
  )
  expect(await client.getDocument('publishReason.tides')).toBeUndefined()
})

const ADA = {id: 'editor', name: 'Ada'}

function lakeClientThat(fetch: () => Promise<Response>) {
  const config = {projectId: 'octavo', dataset: 'production', apiVersion: '2026-01-01', maxRetries: 0, useCdn: false}
  return createClient({...config, resolveFetch: () => fetch})
}

/** What `checkBeforePublishing` finds, without the forms' own validation. */
async function check(client: Parameters<typeof readFacts>[0]) {
  const facts = await readFacts(client, 'tides')
  return {facts, fresh: facts.drafts.has('book') ? ['book'] : [], changed: [{id: 'other', name: 'Other', errors: []}]}
}

/** The text with 130 references that nobody has published. */
async function largeWorld() {
  const {client} = world()
  const ids = Array.from({length: 130}, (_, index) => `work-${index}`)
  const transaction = client.transaction()
  for (const id of ids) transaction.create({...reference(id), _id: `drafts.${id}`})
  await transaction.patch('drafts.tides', {set: {furtherReading: ids.map(pointer)}}).commit()
  return {client, ids, checked: {facts: await readFacts(client, 'tides'), fresh: ids, changed: []}}
}

function world() {
  const lake = testLake({
    production: [
      {
        _id: 'drafts.tides',
        _type: 'article',
        title: 'On tides',
        furtherReading: [pointer('book'), {_type: 'reference', _key: 'other', _ref: 'other'}],
      },
      {...reference('book'), _id: 'drafts.book'},
      {...reference('other'), issued: {status: 'nd'}, url: 'https://example.org/other'},
      {
        ...reference('other'),
        _id: 'drafts.other',
        title: 'Other, changed',
        issued: {status: 'nd'},
        url: 'https://example.org/other',
      },
    ],
  })
  return {lake, client: clientOf(lake, {token: 'editor', perspective: 'raw'})}
}

function reference(_id: string) {
  return {_id, _type: 'bibliographicReference', type: 'book', title: _id, issued: {status: 'dated', year: 1900}}
}

/** As the Studio writes it while the document it points at is not published. */
function pointer(_ref: string) {
  return {
    _type: 'reference',
    _key: _ref,
    _ref,
    _weak: true,
    _strengthenOnPublish: {type: 'bibliographicReference'},
  }
}
