import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'

import {grantsOf} from '@/lake/documents/grants'
import {clientOf, testLake} from '@/test-support/lakeClient'

const documents = [
  {_id: 'tides', _type: 'article', title: 'On tides'},
  {_id: 'moons', _type: 'article', title: 'On moons'},
  {_id: 'drafts.moons', _type: 'article', title: 'On moons, again', _system: {createdBy: 'editor'}},
  {_id: 'drafts.imported', _type: 'article', title: 'Imported'},
  {_id: 'drafts.mine', _type: 'article', title: 'Mine', _system: {createdBy: 'contributor'}},
  {_id: 'versions.spring.tides', _type: 'article', title: 'Spring tides'},
  {_id: 'notes.tides', _type: 'note', _system: {createdBy: 'contributor'}},
]
const article = {_type: 'article', title: 'New'}
const named = (name: string) => `sanity.action.document.${name}`

test('creates a draft, edits it and discards it, by mutations', async () => {
  const {contributor, stored} = setUp()
  await contributor.create({...article, _id: 'drafts.new'})
  await contributor.patch('drafts.new').set({title: 'Newer'}).commit()
  expect(stored('drafts.new')).toMatchObject({title: 'Newer', _system: {createdBy: 'contributor'}})
  await contributor.delete('drafts.new')
  expect(stored('drafts.new')).toBeUndefined()
})

test('creates a draft, edits it and discards it, by actions', async () => {
  const {contributor, stored} = setUp()
  const ids = {draftId: 'drafts.new', publishedId: 'new'}
  await contributor.action({
    actionType: 'sanity.action.document.create',
    publishedId: 'new',
    attributes: {...article, _id: 'drafts.new'},
    ifExists: 'fail',
  })
  await contributor.action({actionType: 'sanity.action.document.edit', ...ids, patch: {set: {title: 'Newer'}}})
  expect(stored('drafts.new')).toMatchObject({title: 'Newer', _system: {createdBy: 'contributor'}})
  await contributor.action({actionType: 'sanity.action.document.discard', draftId: 'drafts.new'})
  expect(stored('drafts.new')).toBeUndefined()
})

test('begins a draft of a published document, which is hers then', async () => {
  const {contributor, stored} = setUp()
  const ids = {draftId: 'drafts.tides', publishedId: 'tides'}
  await contributor.action({actionType: 'sanity.action.document.edit', ...ids, patch: {set: {title: 'Better'}}})
  expect(stored('drafts.tides')).toMatchObject({title: 'Better', _system: {createdBy: 'contributor'}})
  expect(stored('tides')).toMatchObject({title: 'On tides'})
})

type Refused = [what: string, request: object, refused: string[]]
const mutations: Refused[] = [
  ['create a published document', {create: {...article, _id: 'new'}}, ['new']],
  ['create a document without an id', {create: article}, [expect.any(String)]],
  ['create a version', {create: {...article, _id: 'versions.spring.new'}}, ['versions.spring.new']],
  ['create a private document that is no draft', {create: {...article, _id: 'notes.new'}}, ['notes.new']],
  ['create a draft of a system document', {create: {_type: 'system.group', _id: 'drafts.r'}}, ['drafts.r']],
  ['create an asset document', {create: {_type: 'sanity.imageAsset', _id: 'image-a-1x1-png'}}, ['image-a-1x1-png']],
  ['replace a published document', {createOrReplace: {...article, _id: 'tides'}}, ['tides']],
  ['replace another person’s draft', {createOrReplace: {...article, _id: 'drafts.moons'}}, ['drafts.moons']],
  [
    'replace another person’s draft in her own name',
    {createOrReplace: {...article, _id: 'drafts.moons', _system: {createdBy: 'contributor'}}},
    ['drafts.moons'],
  ],
  ['edit a published document', {patch: {id: 'tides', set: {title: 'X'}}}, ['tides']],
  ['edit another person’s draft', {patch: {id: 'drafts.moons', set: {title: 'X'}}}, ['drafts.moons']],
  [
    'edit another person’s draft and take it over',
    {patch: {id: 'drafts.moons', set: {'_system.createdBy': 'contributor'}}},
    ['drafts.moons'],
  ],
  ['edit a draft that is nobody’s', {patch: {id: 'drafts.imported', set: {title: 'X'}}}, ['drafts.imported']],
  ['edit a version', {patch: {id: 'versions.spring.tides', set: {title: 'X'}}}, ['versions.spring.tides']],
  ['edit a private document that names her', {patch: {id: 'notes.tides', set: {title: 'X'}}}, ['notes.tides']],
  [
    'turn her draft into a system document',
    {createOrReplace: {_type: 'system.x', _id: 'drafts.mine'}},
    ['drafts.mine'],
  ],
  ['delete a published document', {delete: {id: 'tides'}}, ['tides']],
  ['delete another person’s draft', {delete: {id: 'drafts.moons'}}, ['drafts.moons']],
  ['delete a version', {delete: {id: 'versions.spring.tides'}}, ['versions.spring.tides']],
  ['delete by a query', {delete: {query: '*[_id in path("drafts.**")]'}}, ['drafts.imported', 'drafts.moons']],
  ['edit by a query', {patch: {query: '*[_type == "note"]', set: {title: 'X'}}}, ['notes.tides']],
]

test.each(mutations)('may not %s', async (_what, mutation, refused) => {
  for (const dryRun of ['false', 'true']) {
    const {send, lake} = setUp()
    const before = snapshot(lake)
    const harmless = {patch: {id: 'drafts.mine', set: {title: 'Mine still'}}}
    const {status, error} = await send(`mutate/production?dryRun=${dryRun}`, {mutations: [harmless, mutation]})
    expect([status, error.type, refusedIn(error)]).toEqual([403, 'mutationError', refused])
    expect(snapshot(lake)).toEqual(before)
  }
})

const actions: Refused[] = [
  ['publish her own draft', {actionType: named('publish'), draftId: 'drafts.mine', publishedId: 'mine'}, ['mine']],
  [
    'publish another person’s draft',
    {actionType: named('publish'), draftId: 'drafts.moons', publishedId: 'moons'},
    ['moons', 'drafts.moons'],
  ],
  ['unpublish', {actionType: named('unpublish'), draftId: 'drafts.tides', publishedId: 'tides'}, ['tides']],
  ['delete', {actionType: named('delete'), publishedId: 'tides', includeDrafts: []}, ['tides']],
  ['discard another person’s draft', {actionType: named('discard'), draftId: 'drafts.moons'}, ['drafts.moons']],
  [
    'edit another person’s draft',
    {actionType: named('edit'), draftId: 'drafts.moons', publishedId: 'moons', patch: {set: {title: 'X'}}},
    ['drafts.moons'],
  ],
  [
    'create a version',
    {actionType: named('version.create'), publishedId: 'moons', baseId: 'moons', versionId: 'versions.spring.moons'},
    ['versions.spring.moons'],
  ],
  [
    'discard a version',
    {actionType: named('version.discard'), versionId: 'versions.spring.tides'},
    ['versions.spring.tides'],
  ],
  [
    'create a release',
    {actionType: 'sanity.action.release.create', releaseId: 'r', metadata: {title: 'R', releaseType: 'asap'}},
    ['_.releases.r'],
  ],
]

test.each(actions)('may not %s, by an action', async (_what, action, refused) => {
  for (const dryRun of [false, true]) {
    const {send, lake} = setUp()
    const before = snapshot(lake)
    const {status, error} = await send('actions/production', {actions: [action], dryRun})
    expect([status, error.type, refusedIn(error).sort()]).toEqual([403, 'actionError', refused.sort()])
    expect(snapshot(lake)).toEqual(before)
  }
})

test('is told as the hosted API tells it', async () => {
  const {contributor} = setUp()
  await expect(contributor.delete('tides')).rejects.toMatchObject({
    statusCode: 403,
    details: {
      type: 'mutationError',
      items: [
        {
          index: 0,
          error: {
            type: 'insufficientPermissionsError',
            permission: 'update',
            id: 'tides',
            description: 'Insufficient permissions; permission "update" required on document "tides"',
          },
        },
      ],
    },
  })
})

test.each([
  ['set', {set: {'_system.createdBy': 'editor'}}],
  ['set whole', {set: {_system: {createdBy: 'editor'}}}],
  ['setIfMissing', {setIfMissing: {'_system.createdBy': 'editor'}}],
  ['unset', {unset: ['_system']}],
  ['unset deep', {unset: ['_system.createdBy']}],
  ['unset by a wildcard', {unset: ['_system..createdBy']}],
  ['diffMatchPatch', {diffMatchPatch: {'_system.createdBy': '@@ -1,11 +1,6 @@\n-contributor\n+editor\n'}}],
  ['another shape', {set: {_system: 'editor'}}],
  ['a list', {set: {_system: [{createdBy: 'editor'}]}}],
])('keeps the creator of a draft through a patch by %s, of an editor’s too', async (_name, operations) => {
  for (const role of ['contributor', 'editor', 'administrator'] as const) {
    const {send, stored} = setUp()
    const {status} = await send('mutate/production', {mutations: [{patch: {id: 'drafts.mine', ...operations}}]}, role)
    expect([200, 400]).toContain(status)
    expect(stored('drafts.mine')).toMatchObject({_system: {createdBy: 'contributor'}})
  }
})

test('keeps the creator when an editor replaces the draft, who may go on editing it', async () => {
  const {editor, contributor, stored} = setUp()
  await editor.createOrReplace({...article, _id: 'drafts.mine', _system: {createdBy: 'editor'}})
  await contributor.patch('drafts.mine').set({title: 'Mine again'}).commit()
  expect(stored('drafts.mine')).toMatchObject({title: 'Mine again', _system: {createdBy: 'contributor'}})
})

test('takes no other name on a new draft, and takes none from a transaction that deletes first', async () => {
  const {contributor, send, stored} = setUp()
  await contributor.create({...article, _id: 'drafts.forged', _system: {createdBy: 'editor', base: {id: 'x'}}})
  expect(stored('drafts.forged')).toMatchObject({_system: {createdBy: 'contributor', base: {id: 'x'}}})
  const takeOver = [{delete: {id: 'drafts.moons'}}, {create: {...article, _id: 'drafts.moons'}}]
  expect((await send('mutate/production', {mutations: takeOver})).status).toBe(403)
})

test('lets an administrator’s import bring names along, and no editor', async () => {
  const {administrator, editor, stored} = setUp()
  await administrator.create({...article, _id: 'drafts.restored', _system: {createdBy: 'contributor'}})
  await editor.create({...article, _id: 'drafts.claimed', _system: {createdBy: 'contributor'}})
  expect(stored('drafts.restored')).toMatchObject({_system: {createdBy: 'contributor'}})
  expect(stored('drafts.claimed')).toMatchObject({_system: {createdBy: 'editor'}})
})

test('forgets the creator when the draft is published, whichever way', async () => {
  const {editor, stored} = setUp()
  await editor.action({actionType: 'sanity.action.document.publish', draftId: 'drafts.mine', publishedId: 'mine'})
  expect(stored('mine')).not.toHaveProperty('_system')
  await editor.createOrReplace({...article, _id: 'mine', _system: {createdBy: 'contributor'}})
  expect(stored('mine')).not.toHaveProperty('_system')
})

test('does not let a contributor’s token write another’s drafts, and its own are its own', async () => {
  const {send, lake} = setUp()
  lake.commit({
    dataset: 'production',
    author: 'token-ci',
    identity: {id: 'token-ci', name: 'ci', email: '', role: 'contributor', kind: 'token'},
    mutations: [{create: {...article, _id: 'drafts.ci'}}],
  })
  const edit = {mutations: [{patch: {id: 'drafts.ci', set: {title: 'X'}}}]}
  expect((await send('mutate/production', edit)).status).toBe(403)
})

test('serves the grants that are enforced', async () => {
  const {send, lake} = setUp()
  const grants = grantsOf('contributor')
  const verdicts = []
  for (const document of documents.filter(({_id}) => _id !== 'drafts.imported')) {
    const granted = await Promise.all(
      grants.map(async ({filter, permissions}) => {
        const value = await evaluate(parse(`*[${filter}]`), {dataset: [document], identity: 'contributor'})
        const found: unknown = await value.get()
        return permissions.includes('update') && Array.isArray(found) && found.length === 1
      }),
    )
    const edit = {mutations: [{patch: {id: document._id, set: {n: 1}}}]}
    const {status} = await send('mutate/production?dryRun=true', edit)
    verdicts.push({id: document._id, shown: granted.some(Boolean), enforced: status === 200})
  }
  expect(verdicts.filter(({shown}) => shown)).toEqual([{id: 'drafts.mine', shown: true, enforced: true}])
  expect(verdicts.filter(({shown, enforced}) => shown !== enforced)).toEqual([])
  lake.close()
})

function setUp() {
  const lake = testLake({production: documents})
  const stored = (id: string) => lake.store.documents('production')?.get(id)

  async function send(path: string, body: unknown, role = 'contributor') {
    const response = await lake.fetch(
      new Request(`http://lake.test/v2026-01-01/data/${path}`, {
        method: 'POST',
        headers: {authorization: `Bearer ${role}`},
        body: JSON.stringify(body),
      }),
    )
    return {status: response.status, error: (await response.json()).error}
  }

  return {
    lake,
    stored,
    send,
    contributor: clientOf(lake, {token: 'contributor'}),
    editor: clientOf(lake, {token: 'editor'}),
    administrator: clientOf(lake, {token: 'administrator'}),
  }
}

function snapshot(lake: ReturnType<typeof testLake>): unknown {
  return [[...(lake.store.documents('production')?.values() ?? [])], lake.store.lastSequence()]
}

function refusedIn(error: {items: {error: {type: string; id: string}}[]}): string[] {
  return error.items.filter((item) => item.error.type === 'insufficientPermissionsError').map((item) => item.error.id)
}
