import {createMockAuthStore, createWorkspaceFromConfig, validateDocument} from 'sanity'
import {expect, test} from 'vitest'

import {schemaTypes} from '@/sanity/schema'
import {lakeClient} from '@/test-support/lakeClient'

const book = {type: 'book', title: 'Tides', issued: {_type: 'issuedDate', status: 'dated', year: 1900}}
const page = {...book, type: 'webpage', issued: {_type: 'issuedDate', status: 'nd'}, url: 'https://example.org/tides'}

test('says at a citation that its reference is gone, also where the Studio knows of none that is published', async () => {
  await expect(markers(article('gone'), [])).resolves.toEqual([
    'error body.b.children.c.items.i.reference: This source was deleted. Choose another one, or take the citation out.',
  ])
})

test('lets an unpublished reference pass, and says that it is published along', async () => {
  await expect(markers(article('book'), [reference('drafts.book', book)])).resolves.toEqual([
    'info body.b.children.c.items.i.reference: “Tides” (1900) is not published yet. Once it is finished, it is published together with this text.',
  ])
})

test('keeps an article back for a malformed DOI in what it cites', async () => {
  await expect(markers(article('book', 'doi'), [reference('book', {...book, doi: 'ten'})])).resolves.toEqual([
    'error body.b.children.c.items.i.reference: The DOI of “Tides” (1900) is not one: ten. It begins with 10. and has a slash.',
  ])
})

test('warns until somebody has given a reason, and then shows the reason', async () => {
  const warning =
    'body.b.children.c.items.i.reference: “Tides” (n.d.) has no date, and does not say when the page was read.'
  const acceptance = {
    reason: 'It never changes.',
    at: '2026-01-10T09:00:00Z',
    by: 'Ada',
    warnings: [{code: 'no-access-date', referenceId: 'page', subject: page.url}],
  }
  const reasons = {_id: 'publishReason.a', _type: 'publishReason', acceptances: [acceptance]}

  await expect(markers(article('page', 'before'), [reference('page', page)])).resolves.toEqual([`warning ${warning}`])
  await expect(markers(article('page'), [reference('page', page), reasons])).resolves.toEqual([
    `info ${warning} Published like that by Ada on 2026-01-10: “It never changes.”`,
  ])
})

/** What the form says of the references of an article, as `level path: message`, while `stored` is in the store. */
async function markers(
  document: ReturnType<typeof article>,
  stored: {_id: string; _type: string}[],
): Promise<string[]> {
  const client = lakeClient({production: stored}, {token: 'editor'})
  const workspace = await createWorkspaceFromConfig({
    name: 'test',
    basePath: '/',
    projectId: 'octavo',
    dataset: 'production',
    auth: createMockAuthStore({client, currentUser: null}),
    schema: {types: schemaTypes},
  })
  const found = await validateDocument({
    document,
    workspace,
    getClient: () => client,
    getDocumentExists: ({id}) => Promise.resolve(id === 'ada'),
    environment: 'studio',
  })
  return found.map(({level, path, message}) => `${level} ${path.map(nameOf).join('.')}: ${message}`)
}

function nameOf(step: unknown): unknown {
  return typeof step === 'object' && step !== null && '_key' in step ? step._key : step
}

function article(cited: string, id = 'a') {
  return {
    _id: `drafts.${id}`,
    _rev: '1',
    _type: 'article',
    _createdAt: '2026-01-10T09:00:00.000Z',
    _updatedAt: '2026-01-10T09:00:00.000Z',
    title: `On ${cited}`,
    slug: {_type: 'slug', current: 'on-tides'},
    publishedAt: '2026-01-10T09:00:00.000Z',
    authors: [{_type: 'contribution', _key: 'a', author: {_type: 'reference', _ref: 'ada'}, role: 'author'}],
    body: [
      {
        _type: 'block',
        _key: 'b',
        style: 'normal',
        markDefs: [],
        children: [
          {_type: 'span', _key: 's', text: 'The sea.', marks: []},
          {
            _type: 'citation',
            _key: 'c',
            items: [{_type: 'citationItem', _key: 'i', reference: {_type: 'reference', _ref: cited, _weak: true}}],
          },
        ],
      },
    ],
  }
}

function reference(_id: string, fields: object) {
  return {_id, _type: 'bibliographicReference', ...fields}
}
