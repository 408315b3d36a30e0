import type {ContentSourceMap} from '@sanity/client'
import {resolveMapping} from '@sanity/client/csm'
import {expect, test} from 'vitest'

import {driverLake, queryDrivers} from '@/test-support/driverLake'
import {clientOf} from '@/test-support/lakeClient'

const block = {_key: 'b1', _type: 'block', children: [{_key: 's1', _type: 'span', text: 'Tea'}]}
const documents = [
  {_id: 'tides', _type: 'article', title: 'Old', slug: {current: 'tides'}, authors: [{_ref: 'ada'}]},
  {
    _id: 'drafts.tides',
    _type: 'article',
    title: 'On tides',
    slug: {current: 'tides'},
    authors: [
      {_key: 'c1', role: 'author', author: {_ref: 'emmy'}},
      {_key: 'c2', role: 'editor', author: {_ref: 'ada'}},
    ],
    body: [{_key: 'q', _type: 'quote', text: 'Ebb'}, block],
  },
  {_id: 'ada', _type: 'author', name: 'Ada'},
  {_id: 'emmy', _type: 'author', name: 'Emmy', bio: [block]},
]

const cases: [query: string, path: (string | number)[], source: string | undefined][] = [
  ['*[_type == "article"]', [0, 'title'], "drafts.tides $['title']"],
  ['*[_type == "article"]{title}', [0, 'title'], "drafts.tides $['title']"],
  ['*[_type == "article"]{..., "x": 1}', [0, 'title'], "drafts.tides $['title']"],
  ['*[slug.current == "tides"][0]{"t": title}', ['t'], "drafts.tides $['title']"],
  ['*[slug.current == "tides"][0]{"s": slug.current}', ['s'], "drafts.tides $['slug']['current']"],
  ['*[slug.current == "tides"][0].title', [], undefined],
  ['*|order(name asc)[_type == "author"][0...1]{name}', [0, 'name'], "ada $['name']"],
  [
    '*[_id == "tides"][0]{authors[]{role}}',
    ['authors', 1, 'role'],
    "drafts.tides $['authors'][?(@._key=='c2')]['role']",
  ],
  ['*[_id == "tides"][0]{authors[]{author->{name}}}', ['authors', 1, 'author', 'name'], "ada $['name']"],
  ['*[_id == "tides"][0]{authors[]{"name": author->name}}', ['authors', 0, 'name'], "emmy $['name']"],
  ['*[_id == "tides"][0]{"names": authors[].author->name}', ['names', 1], "ada $['name']"],
  ['*[_id == "tides"][0]{"t": coalesce(seoTitle, title, "Untitled")}', ['t'], "drafts.tides $['title']"],
  ['*[_id == "tides"][0]{"t": coalesce("Untitled", title)}', ['t'], undefined],
  ['*[_id == "tides"][0]{"t": upper(title)}', ['t'], undefined],
  ['*[_id == "tides"][0]{body}', ['body', 1, 'children', 0, 'text'], "drafts.tides $['body']"],
  [
    '*[_id == "tides"][0]{body[]{..., "n": 1}}',
    ['body', 1, 'children', 0, 'text'],
    "drafts.tides $['body'][?(@._key=='b1')]['children']",
  ],
  [
    '*[_id == "tides"][0]{body[]{_type == "quote" => {"t": text}}}',
    ['body', 0, 't'],
    "drafts.tides $['body'][?(@._key=='q')]['text']",
  ],
  ['{"a": *[_type == "author"]{"by": count(*[references(^._id)]), name}}', ['a', 1, 'name'], "emmy $['name']"],
]

test.each(queryDrivers.flatMap((driver) => cases.map((one) => [driver, ...one] as const)))(
  '%s: traces %s at %j',
  async (driver, query, path, source) => {
    const client = clientOf(driverLake(driver, documents), {token: 'viewer', perspective: 'drafts'})

    const plain = await client.fetch<unknown>(query)
    const {result, resultSourceMap} = await client.fetch<unknown>(
      query,
      {},
      {filterResponse: false, resultSourceMap: 'withKeyArraySelector'},
    )

    expect(result).toEqual(plain)
    expect(sourceOf(resultSourceMap, path)).toBe(source)
  },
)

test('leaves the visual editor a click away from the field', async () => {
  const client = clientOf(driverLake('in thread', documents), {token: 'viewer', perspective: 'drafts'}).withConfig({
    stega: {enabled: true, studioUrl: '/studio'},
  })

  const title = await client.fetch<string>('*[_id == "tides"][0]{title}')

  expect(JSON.stringify(title).length).toBeGreaterThan(200)
})

function sourceOf(map: ContentSourceMap | undefined, path: (string | number)[]): string | undefined {
  const mapping = resolveMapping(path, map)?.mapping
  if (mapping?.type !== 'value' || mapping.source.type !== 'documentValue') return undefined
  const {document, path: place} = mapping.source
  return `${map?.documents[document]?._id} ${map?.paths[place]}`
}
