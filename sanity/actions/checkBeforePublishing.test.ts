import {createMockAuthStore, createWorkspaceFromConfig} from 'sanity'
import {expect, test} from 'vitest'

import {schemaTypes} from '@/sanity/schema'
import {lakeClient} from '@/test-support/lakeClient'

import {checkBeforePublishing, verdictOf} from './checkBeforePublishing'

const whole = {type: 'book', title: 'Tides', issued: {_type: 'issuedDate', status: 'dated', year: 1900}}

test('takes new references along that their own form accepts', async () => {
  const {fresh, changed, errors} = await check([reference('drafts.book', whole)])

  expect({fresh, changed, errors}).toEqual({fresh: ['book'], changed: [], errors: []})
})

test('says what is missing in a new reference that its own form refuses', async () => {
  const {errors} = await check([reference('drafts.book', {...whole, issued: undefined})])

  expect(errors).toMatchObject([{code: 'invalid-draft', referenceId: 'book', path: ['furtherReading', {_key: 'book'}]}])
  expect(errors[0]?.message).toContain('“Tides” (n.d.) is not finished and cannot be published: Date of the work: ')
})

test('offers changes of a published reference, and not a draft that says the same', async () => {
  const changes = await check([reference('book', whole), reference('drafts.book', {...whole, title: 'The tides'})])
  const same = await check([reference('book', whole), reference('drafts.book', whole)])

  expect(changes.changed).toEqual([{id: 'book', name: '“The tides” (1900)', errors: []}])
  expect(same.changed).toEqual([])
})

test('says why changes cannot be published', async () => {
  const {changed} = await check([reference('book', whole), reference('drafts.book', {...whole, type: undefined})])

  expect(changed).toMatchObject([{id: 'book', errors: [expect.any(String)]}])
})

test('lets two volumes of one work stand beside each other', async () => {
  const volumes = [reference('one', {...whole, volume: '1'}), reference('two', {...whole, volume: '2'})]
  const {errors} = await check(volumes, ['one', 'two'])

  expect(errors).toEqual([])
})

/** Checks an article that lists works, while `references` are stored. */
async function check(references: {_id: string; _type: string}[], listed = ['book']) {
  const client = lakeClient(
    {
      production: [
        ...references,
        {
          _id: 'drafts.tides',
          _type: 'article',
          furtherReading: listed.map((id) => ({_type: 'reference', _key: id, _ref: id, _weak: true})),
        },
      ],
    },
    {token: 'editor'},
  )
  const workspace = await createWorkspaceFromConfig({
    name: 'test',
    basePath: '/',
    projectId: 'octavo',
    dataset: 'production',
    auth: createMockAuthStore({client, currentUser: null}),
    schema: {types: schemaTypes},
  })
  const found = await checkBeforePublishing(client, workspace, 'tides')
  return {...found, ...verdictOf(found, new Set())}
}

function reference(_id: string, fields: object) {
  return {_id, _type: 'bibliographicReference', ...fields}
}
