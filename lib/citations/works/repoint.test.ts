import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

import {repointPatch} from './repoint'

const kept = {id: 'kept', isPublished: true}

test('repoints every citation: text, notes, captions, lead caption and further reading', () => {
  const document = {
    _id: 'article',
    _type: 'article',
    leadImage: {_type: 'figure', caption: [block('c', citation('lead', item('i', 'gone')))]},
    body: [
      block('b', citation('x', item('i', 'gone'), item('j', 'other'))),
      block('n', {_type: 'footnote', _key: 'f', text: [block('t', citation('y', item('i', 'gone')))]}),
      {_type: 'figure', _key: 'g', caption: [block('c', citation('z', item('i', 'gone')))]},
    ],
    furtherReading: [pointer('gone', 'k'), pointer('other', 'l')],
  }

  expect(repointPatch(document, 'gone', kept)).toEqual({
    set: {
      'leadImage.caption[_key=="c"].children[_key=="lead"].items[_key=="i"].reference': pointer('kept'),
      'body[_key=="b"].children[_key=="x"].items[_key=="i"].reference': pointer('kept'),
      'body[_key=="n"].children[_key=="f"].text[_key=="t"].children[_key=="y"].items[_key=="i"].reference':
        pointer('kept'),
      'body[_key=="g"].caption[_key=="c"].children[_key=="z"].items[_key=="i"].reference': pointer('kept'),
      'furtherReading[_key=="k"]': pointer('kept', 'k'),
    },
    unset: [],
  })
})

test('has nothing to do where the reference is not used', () => {
  expect(repointPatch({_id: 'a', body: [block('b', citation('x', item('i', 'other')))]}, 'gone', kept)).toBeNull()
  expect(repointPatch({_id: 'gone', title: 'gone'}, 'gone', kept)).toBeNull()
})

test('lists the kept work once in the further reading, in its own place', () => {
  const furtherReading = [pointer('gone', 'a'), pointer('other', 'b'), pointer('kept', 'c'), pointer('gone', 'd')]
  expect(repointPatch({furtherReading}, 'gone', kept)).toEqual({
    set: {},
    unset: ['furtherReading[_key=="a"]', 'furtherReading[_key=="d"]'],
  })
  expect(repointPatch({furtherReading: [pointer('gone', 'a'), pointer('gone', 'd')]}, 'gone', kept)).toEqual({
    set: {'furtherReading[_key=="a"]': pointer('kept', 'a')},
    unset: ['furtherReading[_key=="d"]'],
  })
})

test('keeps both works of a citation unless they are alike', () => {
  const items = (...members: object[]) => repointPatch({body: [block('b', citation('x', ...members))]}, 'gone', kept)
  const path = 'body[_key=="b"].children[_key=="x"].items'

  expect(items({...item('i', 'gone'), locator: '4'}, {...item('j', 'kept'), locator: '9'})).toEqual({
    set: {[`${path}[_key=="i"].reference`]: pointer('kept')},
    unset: [],
  })
  expect(items(item('i', 'gone'), {...item('j', 'kept'), label: 'page', suppressAuthor: false, prefix: ''})).toEqual({
    set: {},
    unset: [`${path}[_key=="i"]`],
  })
})

test('points at a draft weakly until it is published, and at a published one strongly', () => {
  const strengthen = {_weak: true, _strengthenOnPublish: {type: 'bibliographicReference'}}
  const toDraft = {id: 'kept', isPublished: false}

  expect(repointPatch({a: pointer('gone')}, 'gone', toDraft)?.set).toEqual({a: {...pointer('kept'), ...strengthen}})
  expect(repointPatch({a: {...pointer('gone'), ...strengthen}}, 'gone', kept)?.set).toEqual({a: pointer('kept')})
  expect(repointPatch({a: {...pointer('gone'), _weak: true}}, 'gone', kept)?.set).toEqual({
    a: {...pointer('kept'), _weak: true},
  })
  expect(repointPatch({a: pointer('drafts.gone')}, 'gone', kept)?.set).toEqual({a: pointer('kept')})
})

test('writes the whole field where no key leads to a member', () => {
  const body = [
    {...block('b', citation('x', item('i', 'gone'))), _key: undefined},
    block('c', citation('x', item('i', 'other'))),
  ]
  const [first] = body
  const patch = repointPatch({body, furtherReading: [pointer('gone', 'k'), pointer('other', 'k')]}, 'gone', kept)

  expect(patch?.unset).toEqual([])
  expect(patch?.set).toEqual({
    body: [{...first, children: [citation('x', item('i', 'kept'))]}, body[1]],
    furtherReading: [pointer('kept', 'k'), pointer('other', 'k')],
  })
})

test.each([
  {body: null},
  {body: 'gone'},
  {body: [null, 7, 'gone', [], [[pointer('other')]]]},
  {body: [{_key: '"] | *', children: {items: 3}}]},
  {furtherReading: {_ref: 7}},
  {_ref: 'gone'},
  {'a.b': pointer('gone'), __proto__: pointer('gone')},
])('passes over what is malformed: %j', (document) => {
  expect(repointPatch(document, 'gone', kept)).toBeNull()
})

test('escapes no key into a path', () => {
  const hostile = '"] | body[_key=="'
  const patch = repointPatch({body: [block(hostile, citation('x', item('i', 'gone')))]}, 'gone', kept)
  expect(Object.keys(patch?.set ?? {})).toEqual(['body'])
})

test('repoints lists in lists and odd field names with their whole field', () => {
  expect(repointPatch({a: {'b c': [[pointer('gone')], pointer('gone', 'k')]}}, 'gone', kept)).toEqual({
    set: {a: {'b c': [[pointer('kept')], pointer('kept', 'k')]}},
    unset: [],
  })
})

test('leads a document in the store from the one to the other and nowhere else', async () => {
  const document = {
    _id: 'article',
    _type: 'article',
    body: [
      block(
        'b',
        citation('x', item('i', 'gone'), item('j', 'kept')),
        citation('y', {...item('i', 'gone'), locator: '3'}),
      ),
      block('d', citation('x', item('i', 'gone'))),
    ],
    furtherReading: [pointer('kept', 'a'), pointer('gone', 'b')],
  }
  const works = ['gone', 'kept'].map((_id) => ({_id, _type: 'bibliographicReference'}))
  const client = lakeClient({production: [document, ...works]}, {token: 'editor'})
  const patch = repointPatch(document, 'gone', kept)

  await client.patch('article', {set: {...patch?.set}, unset: [...(patch?.unset ?? [])]}).commit()

  expect(await client.getDocument('article')).toMatchObject({
    body: [
      block('b', citation('x', item('j', 'kept')), citation('y', {...item('i', 'kept'), locator: '3'})),
      block('d', citation('x', item('i', 'kept'))),
    ],
    furtherReading: [pointer('kept', 'a')],
  })
  await expect(client.fetch('count(*[references("gone")])')).resolves.toBe(0)
})

function pointer(id: string, key?: string) {
  return {_type: 'reference', _ref: id, ...(key ? {_key: key} : {})}
}

function item(key: string, id: string) {
  return {_type: 'citationItem', _key: key, reference: pointer(id)}
}

function citation(key: string, ...items: object[]) {
  return {_type: 'citation', _key: key, items}
}

function block(key: string, ...children: object[]) {
  return {_type: 'block', _key: key, style: 'normal', markDefs: [], children}
}
