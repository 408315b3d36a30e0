import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

import {countsText, usesByDocument, USES_QUERY, usesResult} from './uses'

test('counts the uses in text, notes, captions and further reading, published and drafted', async () => {
  const client = lakeClient(
    {
      production: [
        {_id: 'work', _type: 'bibliographicReference'},
        {
          _id: 'a',
          _type: 'article',
          title: 'On tides',
          leadImage: {caption: [block(citation('work'))]},
          body: [
            block(citation('work', 'work', 'other'), {_type: 'footnote', _key: 'f', text: [block(citation('work'))]}),
            {_type: 'figure', _key: 'g', caption: [block(citation('work'))]},
          ],
          furtherReading: [{_type: 'reference', _key: 'r', _ref: 'work'}],
        },
        {_id: 'drafts.a', _type: 'article', title: 'On tides', body: [block(citation('work'))]},
        {_id: 'drafts.p', _type: 'page', body: [block(citation('work'))]},
        {_id: 'x', _type: 'article', body: [block(citation('other'))]},
        {_id: 'other', _type: 'bibliographicReference'},
      ],
    },
    {token: 'editor', perspective: 'raw'},
  )

  const uses = usesByDocument(usesResult.parse(await client.fetch<unknown>(USES_QUERY, {id: 'work'})))

  expect(uses).toHaveLength(2)
  expect(uses).toContainEqual({
    id: 'a',
    type: 'article',
    title: 'On tides',
    published: 'twice in the text, once in notes, twice in captions, in further reading',
    draft: 'once in the text',
  })
  expect(uses).toContainEqual({id: 'p', type: 'page', title: 'Untitled', published: null, draft: 'once in the text'})
})

test('says nothing of a draft that uses it as the published document does', () => {
  const use = {_type: 'article', title: 'On tides', counts: {text: 3, notes: 0, captions: 0, further: 0}}
  expect(
    usesByDocument([
      {...use, _id: 'a'},
      {...use, _id: 'drafts.a'},
    ]),
  ).toEqual([{id: 'a', type: 'article', title: 'On tides', published: '3 times in the text', draft: null}])
  expect(countsText({text: 0, notes: 0, captions: 0, further: 0})).toBe('elsewhere')
})

function block(...children: object[]) {
  return {_type: 'block', _key: 'b', children}
}

function citation(...ids: string[]) {
  return {_type: 'citation', _key: 'c', items: ids.map((_ref) => ({_key: _ref, reference: {_type: 'reference', _ref}}))}
}
