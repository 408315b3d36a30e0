import {expect, test} from 'vitest'

import {read} from '@/lib/manuscripts/html/manuscript.fixture'
import {planReferences} from '@/lib/manuscripts/works/referencePlan'
import {lakeClient} from '@/test-support/lakeClient'

import {makeReferences} from './makeReferences'
import {takeBack} from './takeBack'

const HTML = `<p>Tides were counted [1] and sold [2, p. 12], and so on [1, 3].</p><p>Nobody knows.</p>
  <h2>References</h2><ol><li>Ebb, E. (1887). <i>Tables of the tides</i>. Harbour Press.</li>
  <li>Neap, N. (1901). <i>The price of water</i>. Quay Press.</li><li>Slack and nothing else</li></ol>`

const EBB = {
  _id: 'ebb',
  _type: 'bibliographicReference',
  type: 'book',
  title: 'Tables of the tides',
  author: [{_key: 'a', _type: 'person', family: 'Ebb', given: 'E.'}],
  issued: {_type: 'issuedDate', status: 'dated', year: 1887},
}
const EMBED = {_type: 'embed', _key: 'film', url: 'https://vimeo.com/1', title: 'A film'}

test('makes references and citations in one transaction, and leaves the rest of the text as it is', async () => {
  const {client, body, plan} = publication()
  await makeReferences(client, {articleId: 'tides', plan, chosen: [0, 1], marks: plan.marks})

  const article = await client.getDocument('drafts.tides')
  const made = await client.fetch<{_id: string}[]>('*[_type == "bibliographicReference" && _id != "ebb"]')
  expect(made).toMatchObject([{title: 'The price of water', verbatim: expect.stringContaining('Neap, N. (1901)')}])
  const id = made[0]?._id.replace('drafts.', '')
  expect(article?.body).toMatchObject([
    {
      children: [
        {text: 'Tides were counted'},
        {_type: 'citation', items: [{reference: {_ref: 'ebb', _type: 'reference'}}]},
        {text: ' and sold'},
        {_type: 'citation', items: [{reference: {_ref: id, _weak: true}, locator: '12', label: 'page'}]},
        {text: ', and so on [1, 3].'},
      ],
    },
    body[1],
    EMBED,
    body[2],
    body[5],
  ])
  expect(article?.furtherReading).toBeUndefined()
})

test('writes nothing when the text is no longer the one that was looked at', async () => {
  const {client, plan} = publication()
  await client.patch('drafts.tides').unset(['body[0]']).commit()
  const before = await client.fetch<unknown>('*[]')
  await expect(
    makeReferences(client, {articleId: 'tides', plan, chosen: [0, 1, 2], marks: plan.marks}),
  ).rejects.toThrow('The text has changed meanwhile')
  expect(await client.fetch<unknown>('*[]')).toEqual(before)
})

test('lists what nothing cites under further reading', async () => {
  const {client, plan} = publication()
  await makeReferences(client, {articleId: 'tides', plan, chosen: [0, 1, 2], marks: []})
  const article = await client.getDocument('drafts.tides')
  expect(article?.furtherReading).toHaveLength(3)
  expect(article?.body).toHaveLength(3)
})

test('takes back what was made', async () => {
  const {client, plan} = publication()
  const documents = () => client.fetch<unknown>('*[]{..., "_rev": null, "_updatedAt": null} | order(_id)')
  const before = await documents()
  const made = await makeReferences(client, {articleId: 'tides', plan, chosen: [0, 1, 2], marks: []})

  await takeBack(client, made)

  expect(await documents()).toEqual(before)
})

test.each(['drafts.tides', 'created'])('takes nothing back once somebody has changed %s', async (id) => {
  const {client, plan} = publication()
  const made = await makeReferences(client, {articleId: 'tides', plan, chosen: [0, 1], marks: plan.marks})
  await client
    .patch(id === 'created' ? (made.created[0] ?? '') : id)
    .set({title: 'Ours'})
    .commit()
  const before = await client.fetch<unknown>('*[]')

  await expect(takeBack(client, made)).rejects.toThrow('Something was changed meanwhile.')
  expect(await client.fetch<unknown>('*[]')).toEqual(before)
})

/** A draft with a pasted text and, among it, something that no paste brings. */
function publication() {
  const {body} = read(HTML)
  const stored = [...body.slice(0, 2), EMBED, ...body.slice(2)]
  const plan = planReferences(stored)
  if (!plan) throw new Error('no list of works')
  const article = {_id: 'drafts.tides', _type: 'article', title: 'Tides', body: stored}
  return {client: lakeClient({production: [article, EBB]}, {token: 'editor', perspective: 'raw'}), body, plan}
}
