import {createMockAuthStore, createWorkspaceFromConfig, validateDocument} from 'sanity'
import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

import {schemaTypes} from './index'

const article = {
  _type: 'article',
  title: 'On tides',
  slug: {_type: 'slug', current: 'on-tides'},
  publishedAt: '2026-01-10T09:00:00.000Z',
  authors: [{_type: 'contribution', _key: 'a', author: {_type: 'reference', _ref: 'ada'}, role: 'author'}],
  body: [paragraph('Twice a day.')],
}
const reference = {
  _type: 'bibliographicReference',
  type: 'book',
  title: 'The great transformation',
  author: [{_type: 'person', _key: 'a', family: 'Polanyi', given: 'Karl'}],
  issued: {_type: 'issuedDate', status: 'dated', year: 1944},
}
const image = {_type: 'image', asset: {_type: 'reference', _ref: 'image-abc-1x1-png'}}

test('finds nothing wrong with a plain article and a plain reference', async () => {
  await expect(errors(article)).resolves.toEqual([])
  await expect(errors(reference)).resolves.toEqual([])
})

test.each(['htp:/nowhere', 'javascript:alert(1)', 'mailto', 'example.org'])(
  'says in one sentence that a link cannot lead to %s',
  async (href) => {
    const body = [{...paragraph('Here.'), markDefs: [{_type: 'link', _key: 'l', href}]}]

    await expect(errors({...article, body})).resolves.toEqual([
      expect.stringMatching(
        /href: Start with https:\/\/, http:\/\/, mailto:, tel: or a single \/, and leave no spaces$/,
      ),
    ])
  },
)

test('refuses a slug that another document of the type has, be it a draft', async () => {
  const others = [
    {_id: 'drafts.b', _type: 'article', slug: {current: 'drafted'}},
    {_id: 'c', _type: 'article', slug: {current: 'published'}},
    {_id: 'd', _type: 'topic', slug: {current: 'on-tides'}},
    {_id: 'drafts.a', _type: 'article', slug: {current: 'own'}},
    {_id: 'a', _type: 'article', slug: {current: 'own'}},
  ]
  const withSlug = (current: string) => errors({...article, slug: {_type: 'slug', current}}, others)

  await expect(withSlug('drafted')).resolves.toEqual(['slug: Slug is already in use'])
  await expect(withSlug('published')).resolves.toEqual(['slug: Slug is already in use'])
  await expect(withSlug('on-tides')).resolves.toEqual([])
  await expect(withSlug('own')).resolves.toEqual([])
})

test('takes an author’s family name only as it stands in the name', async () => {
  const author = {_type: 'author', name: 'Gabriel García Márquez', slug: {_type: 'slug', current: 'garcia-marquez'}}

  await expect(errors(author)).resolves.toEqual([])
  await expect(errors({...author, familyName: 'García Márquez'})).resolves.toEqual([])
  await expect(errors({...author, familyName: 'Garcia'})).resolves.toEqual([
    'familyName: Write it as it stands in the name above',
  ])
})

test('refuses slugs that make no clean address', async () => {
  await expect(errors({...article, slug: {_type: 'slug', current: 'On Tides'}})).resolves.toEqual([
    'slug: Use small letters, digits and single hyphens only, such as on-tides',
  ])
})

test('keeps the site’s own addresses from pages, and only from pages', async () => {
  const page = {_type: 'page', title: 'Studio', body: [paragraph('Hello.')]}
  const slug = {_type: 'slug', current: 'studio'}

  await expect(errors({...page, slug})).resolves.toEqual([
    'slug: “studio” is a part of the site itself; choose another address',
  ])
  await expect(errors({...article, slug})).resolves.toEqual([])
})

test('asks for a description of every image that is not decorative', async () => {
  const figure = {_type: 'figure', _key: 'f', image}

  await expect(errors({...article, body: [figure]})).resolves.toEqual([
    'body.f.alt: Describe the image, or mark it as decorative',
  ])
  await expect(errors({...article, leadImage: {...figure, alt: ' '}})).resolves.toEqual([
    'leadImage.alt: Describe the image, or mark it as decorative',
  ])
  await expect(errors({...article, body: [{...figure, alt: 'A harbour at low tide'}]})).resolves.toEqual([])
  await expect(errors({...article, body: [{...figure, decorative: true}]})).resolves.toEqual([])
})

test.each(['javascript:alert(1)', '//evil.example', '/\\evil.example', 'https:evil.example', 'data:text/html,x'])(
  'refuses %j wherever an address can be typed',
  async (hostile) => {
    const body = [{...paragraph('Here.'), markDefs: [{_type: 'link', _key: 'l', href: hostile}]}]
    const embed = [{_type: 'embed', _key: 'e', title: 'Film', url: hostile}]
    const credit = {_type: 'credit', url: hostile}
    const archive = {_type: 'archivedCopy', url: hostile}
    const author = {
      _type: 'author',
      name: 'Ada',
      slug: {_type: 'slug', current: 'ada'},
      links: [{_type: 'profileLink', _key: 'l', label: 'Site', url: hostile}],
    }
    const settings = {
      _type: 'settings',
      name: 'Octavo',
      navigation: [{_type: 'navigationLink', _key: 'l', label: 'Away', href: hostile}],
    }

    for (const document of [
      {...article, body},
      {...article, body: embed},
      {...article, leadImage: {_type: 'figure', image, alt: 'Harbour', credit}},
      {...reference, url: hostile},
      {...reference, archive},
      author,
      settings,
    ]) {
      expect(await errors(document)).not.toEqual([])
    }
  },
)

test('embeds from listed sites only', async () => {
  const embed = (url: string) => errors({...article, body: [{_type: 'embed', _key: 'e', title: 'Film', url}]})

  await expect(embed('https://vimeo.com/1')).resolves.toEqual([])
  await expect(embed('https://vimeo.com.evil.example/1')).resolves.toHaveLength(1)
})

test('checks identifiers and says what to write instead', async () => {
  await expect(errors({...reference, doi: 'https://doi.org/10.5555/12345678'})).resolves.toEqual([
    'doi: Write the bare DOI: 10.5555/12345678',
  ])
  await expect(errors({...reference, isbn: '978-0-8070-5643-2'})).resolves.toHaveLength(1)
  await expect(errors({...reference, isbn: '978-0-8070-5643-1', doi: '10.5555/12345678'})).resolves.toEqual([])
})

test('lets a date be as exact as it is known, and no more', async () => {
  const issued = (fields: object) => errors({...reference, issued: {_type: 'issuedDate', status: 'dated', ...fields}})

  await expect(issued({year: 1944, month: 3})).resolves.toEqual([])
  await expect(issued({year: -380, circa: true})).resolves.toEqual([])
  await expect(issued({status: 'nd'})).resolves.toEqual([])
  await expect(issued({})).resolves.toEqual(['issued.year: Write the year, or choose “No date”'])
  await expect(issued({year: 1944, day: 3})).resolves.toEqual(['issued.day: A day needs its month'])
  await expect(issued({year: 1944, month: 13})).resolves.toHaveLength(1)
  await expect(issued({year: 1944, endYear: 1943})).resolves.toEqual(['issued.endYear: The end is before the start'])
})

test('asks for a title and a date, unless the line is kept as it was pasted', async () => {
  const {title: _title, issued: _issued, ...untitled} = reference

  await expect(errors(untitled)).resolves.toEqual([
    'title: Write the title, as the work itself gives it.',
    'issued: Write the year of the work, or choose “No date”.',
  ])
  await expect(errors({...untitled, verbatim: 'Polanyi, GT, 1944'})).resolves.toEqual([])
  await expect(
    errors({...untitled, issued: {_type: 'issuedDate', status: 'dated'}, verbatim: 'Polanyi, GT, 1944'}),
  ).resolves.toEqual([])
})

test('lets odd references be published', async () => {
  await expect(
    errors({
      ...reference,
      type: 'chapter',
      title: 'THE GREAT TRANSFORMATION',
      author: [{_type: 'person', _key: 'a', family: 'Polanyi et al.'}],
      page: 'pp. 12-14',
    }),
  ).resolves.toEqual([])
})

test('lets a menu entry lead to one place', async () => {
  const entry = (fields: object) =>
    errors({
      _type: 'settings',
      name: 'Octavo',
      navigation: [{_type: 'navigationLink', _key: 'n', label: 'About', ...fields}],
    })
  const target = {_type: 'reference', _ref: 'about'}

  await expect(entry({target})).resolves.toEqual([])
  await expect(entry({href: '/archive'})).resolves.toEqual([])
  await expect(entry({})).resolves.toEqual(['navigation.n.href: Choose a page or write an address'])
  await expect(entry({target, href: '/archive'})).resolves.toEqual([
    'navigation.n.href: Choose a page or write an address, not both',
  ])
})

function paragraph(text: string) {
  return {
    _type: 'block',
    _key: 'p',
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 's', text, marks: []}],
  }
}

/** What keeps a draft from being published, as `path: message`, while `others` are in the store. */
async function errors(
  fields: {_type: string; [name: string]: unknown},
  others: {_id: string; _type: string; [name: string]: unknown}[] = [],
): Promise<string[]> {
  const client = lakeClient({production: others}, {token: 'editor'})
  const workspace = await createWorkspaceFromConfig({
    name: 'test',
    basePath: '/',
    projectId: 'octavo',
    dataset: 'production',
    auth: createMockAuthStore({client, currentUser: null}),
    schema: {types: schemaTypes},
  })
  const markers = await validateDocument({
    document: {_id: 'drafts.a', _rev: '1', _createdAt: article.publishedAt, _updatedAt: article.publishedAt, ...fields},
    workspace,
    getClient: () => client,
    getDocumentExists: () => Promise.resolve(true),
    environment: 'studio',
  })
  return markers
    .filter(({level}) => level === 'error')
    .map(({path, message}) => `${path.map((step) => (hasKey(step) ? step._key : step)).join('.')}: ${message}`)
}

function hasKey(step: unknown): step is {_key: string} {
  return typeof step === 'object' && step !== null && '_key' in step
}
