import {expect, test} from 'vitest'
import {z} from 'zod'

import {ContentShapeError} from './errors'
import {parseContent} from './parseContent'

const schema = z
  .object({
    title: z.string(),
    dek: z.string().nullable(),
    credit: z.object({creator: z.string()}).nullable(),
    body: z
      .array(
        z.discriminatedUnion('_type', [
          z.object({_type: z.literal('quote'), text: z.string()}),
          z.object({_type: z.literal('list'), items: z.array(z.object({text: z.string()}))}),
        ]),
      )
      .nullable(),
  })
  .nullable()

test('parses good content as it is', () => {
  expect(parseContent('q', schema, page({}))).toEqual({value: page({}), leftOut: []})
})

test('makes a refused value absent where it may be', () => {
  expect(parseContent('q', schema, page({dek: 42}))).toEqual({value: page({dek: null}), leftOut: ['dek']})
})

test('gives up what holds the value where it may not be absent', () => {
  const {value, leftOut} = parseContent('q', schema, page({credit: {creator: 42}}))

  expect(value).toEqual(page({credit: null}))
  expect(leftOut).toEqual(['credit.creator', 'credit'])
})

test('drops a block of an unknown type and keeps its neighbours', () => {
  const body = [quote('a'), {_type: 'poll', question: 'b'}, quote('c'), {_type: 'poll'}]

  expect(parseContent('q', schema, page({body})).value).toEqual(page({body: [quote('a'), quote('c')]}))
})

test('drops the smallest list item that holds the refused value', () => {
  const body = [{_type: 'list', items: [{text: 'a'}, {text: 7}, {text: 'c'}]}, quote('d')]

  expect(parseContent('q', schema, page({body})).value).toEqual(
    page({body: [{_type: 'list', items: [{text: 'a'}, {text: 'c'}]}, quote('d')]}),
  )
})

test('keeps the one good block among thousands of bad ones', () => {
  const bad = Array.from({length: 3000}, (_, index) => ({_type: index % 2 ? 'poll' : 'quote'}))
  const body = [...bad.slice(0, 1500), quote('good'), ...bad.slice(1500)]

  expect(parseContent('q', schema, page({body})).value).toEqual(page({body: [quote('good')]}))
})

test('drops nested and whole items in one go, each the right one', () => {
  const list = () => ({_type: 'list', items: [{text: 1}, {text: 'b'}, {text: 3}, {text: 'd'}]})
  const body = [quote('a'), list(), {_type: 'poll'}, list(), quote('e')]
  const mended = {_type: 'list', items: [{text: 'b'}, {text: 'd'}]}

  expect(parseContent('q', schema, page({body, credit: {creator: 1}})).value).toEqual(
    page({body: [quote('a'), mended, mended, quote('e')], credit: null}),
  )
})

test('leaves the given data untouched', () => {
  const data = page({body: [{_type: 'poll'}]})
  parseContent('q', schema, data)

  expect(data).toEqual(page({body: [{_type: 'poll'}]}))
})

test.each([[page({title: 42})], ['text'], [[]], [undefined], [{}]])(
  'refuses %j, naming the query and the path',
  (data) => {
    expect(() => parseContent('articleQuery', schema, data)).toThrow(ContentShapeError)
  },
)

test('names the query and the path of what it cannot mend', () => {
  expect(() => parseContent('articleQuery', schema, page({title: 42}))).toThrow(/articleQuery .*\n.*\n.*→ at title/)
})

test('keeps the page of an article whose every block is bad', () => {
  const body = Array.from({length: 500}, () => ({_type: 'poll'}))

  expect(parseContent('q', schema, page({body})).value).toEqual(page({body: []}))
})

function page(overrides: Record<string, unknown>) {
  return {title: 'On tides', dek: null, credit: null, body: null, ...overrides}
}

function quote(text: string) {
  return {_type: 'quote', text}
}

test('reads list items that a script wrote without keys', () => {
  const schema = z.array(
    z.object({_key: z.string(), children: z.array(z.object({_key: z.string(), text: z.string()}))}),
  )
  const data = [
    {_key: null, children: [{_key: null, text: 'Tides'}]},
    {_key: 'b', children: [{_key: 'c', text: 'Moons'}]},
  ]

  expect(parseContent('keyless', schema, data)).toEqual({
    value: [
      {_key: 'item-0', children: [{_key: 'item-0', text: 'Tides'}]},
      {_key: 'b', children: [{_key: 'c', text: 'Moons'}]},
    ],
    leftOut: [],
  })
})
