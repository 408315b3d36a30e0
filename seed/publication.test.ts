import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import {embedProvider} from '@/lib/embeds/embedProvider'
import {isSafeHref} from '@/lib/links/isSafeHref'

import {imagePaths, objectsIn, type SeedObject, wordsIn} from './inspect'

const documents = readFileSync(here('publication.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): SeedObject => JSON.parse(line))
const articles = ofType('article')
const references = ofType('bibliographicReference')

test('ids are unique, readable and public', () => {
  expect(repeated(documents.map(({_id}) => _id))).toEqual([])
  expect(documents.filter(({_id}) => !/^[a-z0-9-]+$/.test(String(_id)))).toEqual([])
})

test('every reference between documents resolves', () => {
  const ids = new Set(documents.map(({_id}) => _id))
  const targets = documents.flatMap((document) => objectsIn(document).flatMap(({_ref}) => _ref ?? []))
  expect(targets.length).toBeGreaterThan(100)
  expect(targets.filter((target) => !ids.has(target))).toEqual([])
})

test('keys are unique in their array, and no object in an array lacks one', () => {
  const arrays = documents.flatMap((document) => objectsIn(document)).flatMap((object) => Object.values(object))
  const keysOf = (array: unknown[]) =>
    array.filter((item) => typeof item === 'object').map((item) => objectsIn(item)[0]?._key)
  const broken = arrays.filter((array) => Array.isArray(array) && repeated(keysOf(array)).length > 0)
  expect(broken).toEqual([])
  expect(arrays.filter((array) => Array.isArray(array) && keysOf(array).includes(undefined))).toEqual([])
})

test('addresses are unique among documents of a type', () => {
  const addresses = documents.flatMap(({_type, slug}) => objectsIn(slug).map(({current}) => `${_type} ${current}`))
  expect(addresses.length).toBeGreaterThan(20)
  expect(repeated(addresses)).toEqual([])
})

test.each(articles.map((article) => [String(article.title), article] as const))(
  '“%s” is an essay of 800 to 2,500 words with sources',
  (title, article) => {
    expect(title.length).toBeLessThan(60)
    expect(String(article.dek).length).toBeLessThan(200)
    expect(wordsIn(article.body)).toBeGreaterThanOrEqual(800)
    expect(wordsIn(article.body)).toBeLessThanOrEqual(2500)
    expect(citedBy(article).size).toBeGreaterThanOrEqual(4)
    expect(String(article.publishedAt) > '2025' && String(article.publishedAt) < '2026-11-20').toBe(true)
    const further = objectsIn(article.furtherReading).flatMap(({_ref}) => _ref ?? [])
    expect(further.filter((id) => citedBy(article).has(id))).toEqual([])
  },
)

test('there are enough essays to fill a front page and enough sources to show every kind of entry', () => {
  expect(articles.length).toBeGreaterThanOrEqual(10)
  expect(references.length).toBeGreaterThanOrEqual(40)
  expect(new Set(references.map(({type}) => type)).size).toBeGreaterThanOrEqual(10)
})

test('every source is used, and some by more than one essay', () => {
  const uses = articles.flatMap((article) => [
    ...new Set(objectsIn(article).flatMap(({_ref}) => (_ref?.startsWith('reference-') ? _ref : []))),
  ])
  expect(references.filter(({_id}) => !uses.includes(String(_id)))).toEqual([])
  expect(repeated(uses).length).toBeGreaterThanOrEqual(3)
})

test('the essays use every block, list and notice that the model has', () => {
  const used = new Set(
    articles.flatMap((article) => objectsIn(article)).flatMap(({_type, style, listItem}) => [_type, style, listItem]),
  )
  expect([...used]).toEqual(
    expect.arrayContaining([
      'h2',
      'h3',
      'blockquote',
      'bullet',
      'number',
      'pullQuote',
      'table',
      'callout',
      'code',
      'embed',
      'figure',
      'credit',
      'footnote',
      'citation',
      'link',
      'internalLink',
      'correction',
    ]),
  )
})

test('every picture has a description and a file', () => {
  const pictures = documents
    .flatMap((document) => objectsIn(document))
    .filter((object) => 'image' in object || 'portrait' in object)
  expect(pictures.length).toBeGreaterThan(20)
  expect(pictures.filter(({alt, portrait}) => !(alt ?? objectsIn(portrait)[0]?.alt))).toEqual([])
  expect(documents.flatMap(imagePaths).filter((path) => !existsSync(here(path)))).toEqual([])
})

test('links, embeds and source addresses are ones that the site prints', () => {
  const objects = documents.flatMap((document) => objectsIn(document))
  const addresses = objects.flatMap(({href, url}) => [href, url]).filter((address) => address !== undefined)
  expect(addresses.filter((address) => !isSafeHref(String(address)))).toEqual([])
  expect(objects.filter(({_type, url}) => _type === 'embed' && embedProvider(String(url)) === null)).toEqual([])
})

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

function ofType(type: string): SeedObject[] {
  return documents.filter(({_type}) => _type === type)
}

function citedBy(article: SeedObject): Set<string> {
  const citations = objectsIn([article.body, article.leadImage]).filter(({_type}) => _type === 'citationItem')
  return new Set(citations.flatMap(({reference}) => objectsIn(reference).flatMap(({_ref}) => _ref ?? [])))
}

function repeated(values: unknown[]): unknown[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}
