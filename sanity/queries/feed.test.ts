import {expect, test} from 'vitest'

import {lakeClient, type Documents} from '@/test-support/lakeClient'

import {feedQuery, feedResult} from './feed'

test('lists the twenty newest dated articles, and no draft', async () => {
  const dated = Array.from({length: 22}, (_, index) =>
    article(`a${index}`, `2026-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`),
  )
  const feed = await read([
    ...dated,
    {...article('drafts.secret', '2026-06-01T00:00:00Z')},
    {_id: 'undated', _type: 'article', slug: {current: 'undated'}},
    {_id: 'nameless', _type: 'article', publishedAt: '2026-06-01T00:00:00Z'},
  ])
  expect(feed.map(({slug}) => slug)).toEqual(
    dated
      .toReversed()
      .slice(0, 20)
      .map(({_id}) => _id),
  )
})

test('resolves every reference that is cited, once, and none that is not published', async () => {
  const cite = (...ids: string[]) => ({
    _key: ids.join('-'),
    _type: 'citation',
    items: ids.map((id) => ({_key: id, reference: {_ref: id}})),
  })
  const text = (_key: string, ...children: object[]) => ({_key, _type: 'block', markDefs: [], children})
  const [found] = await read([
    ...['a', 'b', 'c'].map((_id) => ({_id, _type: 'bibliographicReference', title: _id, note: 'private'})),
    {_id: 'drafts.d', _type: 'bibliographicReference', title: 'd'},
    {
      ...article('tides', '2026-01-01T00:00:00Z'),
      leadImage: {caption: [text('l', cite('c'))]},
      body: [text('p', cite('a', 'd'), {_key: 'n', _type: 'footnote', text: [text('t', cite('b'))]})],
      furtherReading: [{_ref: 'a'}],
    },
  ])
  expect(found?.references.map(({_id}) => _id).toSorted()).toEqual(['a', 'b', 'c'])
  expect(JSON.stringify(found)).not.toContain('private')
})

async function read(documents: Documents) {
  const client = lakeClient({production: documents})
  return feedResult.parse(await client.fetch<unknown>(feedQuery, {}, {perspective: 'published'}))
}

function article(_id: string, publishedAt: string) {
  return {_id, _type: 'article', title: _id, slug: {current: _id}, publishedAt}
}
