import {paragraph, sampleArticle, sampleAuthor, uniqueId} from './sampleArticle'
import {expect, test} from './test'

test('a published change is on its pages with nobody watching, and other pages stay as they are', async ({
  request,
  content,
  publish,
}) => {
  const [authorId, articleId, otherId] = [uniqueId('author'), uniqueId('article'), uniqueId('other')]
  const lastId = uniqueId('last')
  const read = async (address: string) => (await request.get(address)).text()
  const cache = async (address: string) => (await request.get(address)).headers()['x-nextjs-cache']
  await read(`/articles/${lastId}`)
  await publish(
    sampleAuthor(authorId, 'Ada Tidewater'),
    sampleArticle({id: articleId, authorId}),
    sampleArticle({id: otherId, authorId, title: 'On moons', publishedAt: '2026-03-02T09:00:00Z'}),
    sampleArticle({id: lastId, authorId, title: 'On last things', publishedAt: '2026-03-03T09:00:00Z'}),
  )
  // Webhooks come in order: once the last article has replaced its 404, none is left that could drop the others' pages.
  await expect.poll(() => read(`/articles/${lastId}`)).toContain('On last things')
  await expect.poll(() => read(`/articles/${articleId}`)).toContain('The sea comes back twice a day.')
  await expect.poll(() => cache(`/articles/${otherId}`)).toBe('HIT')

  await content
    .patch(articleId)
    .set({body: [paragraph('opening', 'The sea never left.')]})
    .commit()

  await expect.poll(() => read(`/articles/${articleId}`)).toContain('The sea never left.')
  expect(await cache(`/articles/${otherId}`)).toBe('HIT')
})

test('an author who changes her name has it on every page that prints it', async ({request, content, publish}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  await publish(sampleAuthor(authorId, 'Ada Tidewater'), sampleArticle({id: articleId, authorId}))
  const pages = ['/authors', `/authors/${authorId}`, `/articles/${articleId}`]
  const read = async (address: string) => (await request.get(address)).text()
  for (const address of pages) await expect.poll(() => read(address)).toContain('Ada Tidewater')

  await content.patch(authorId).set({name: 'Ada Ebb'}).commit()

  for (const address of pages) {
    await expect.poll(() => read(address)).toContain('Ada Ebb')
    expect(await read(address)).not.toContain('Ada Tidewater')
  }
})

test('a deleted article is gone, and out of every list', async ({request, content, publish}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  await publish(sampleAuthor(authorId, 'Ada Tidewater'))
  await content.createOrReplace(sampleArticle({id: articleId, authorId, publishedAt: new Date().toISOString()}))
  const read = async (address: string) => (await request.get(address)).text()
  const lists = ['/', '/archive', `/authors/${authorId}`]
  for (const address of lists) await expect.poll(() => read(address)).toContain(`/articles/${articleId}`)

  await content.delete(articleId)

  await expect.poll(async () => (await request.get(`/articles/${articleId}`)).status()).toBe(404)
  for (const address of lists) await expect.poll(() => read(address)).not.toContain(`/articles/${articleId}`)
})

test('an address that was a 404 shows the article published there', async ({request, publish}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  expect((await request.get(`/articles/${articleId}`)).status()).toBe(404)

  await publish(sampleAuthor(authorId, 'Ada Tidewater'), sampleArticle({id: articleId, authorId}))

  await expect.poll(async () => (await request.get(`/articles/${articleId}`)).status()).toBe(200)
})

test('an edit of a shared reference renders exactly the pages that show it', async ({request, content, publish}) => {
  const [authorId, bookId] = [uniqueId('author'), uniqueId('book')]
  const [firstId, secondId, otherId] = [uniqueId('first'), uniqueId('second'), uniqueId('other')]
  const furtherReading = [{_key: 'book', _type: 'reference', _ref: bookId}]
  await publish(
    sampleAuthor(authorId, 'Ada Tidewater'),
    {
      _id: bookId,
      _type: 'bibliographicReference',
      type: 'book',
      title: 'The pull of the moon',
      author: [{_key: 'aaberg', _type: 'person', family: 'Aaberg', given: 'Gro'}],
      issued: {_type: 'issuedDate', status: 'dated', year: 1898},
    },
    sampleArticle({id: firstId, authorId, furtherReading}),
    sampleArticle({id: secondId, authorId, furtherReading}),
    sampleArticle({id: otherId, authorId}),
  )
  const showing = [`/articles/${firstId}`, `/articles/${secondId}`, '/references', `/references/${bookId}`, '/feed.xml']
  const slugs = await content.fetch<string[]>('*[_type == "article" && !(_id in path("drafts.**"))].slug.current')
  const others = [
    '/',
    '/archive',
    '/authors',
    '/topics',
    `/authors/${authorId}`,
    ...slugs.map((slug) => `/articles/${slug}`),
  ]
    .filter((address) => !showing.includes(address))
    .toSorted()
  const look = async (address: string) => {
    const answer = await request.get(address)
    return {address, cache: answer.headers()['x-nextjs-cache'], text: await answer.text()}
  }
  const lookAtAll = async (addresses: string[]) => {
    const pages = []
    for (const address of addresses) pages.push(await look(address))
    return pages
  }
  await expect(async () => {
    for (const page of await lookAtAll(showing)) expect(page.text).toContain('The pull of the moon')
    for (const page of await lookAtAll(others)) expect(page.cache).toBe('HIT')
  }).toPass()
  const before = await lookAtAll(others)

  await content.patch(bookId).set({title: 'The pull of the sun'}).commit()

  await expect(async () => {
    for (const page of await lookAtAll(showing)) expect(page.text).toContain('The pull of the sun')
  }).toPass()
  expect(await lookAtAll(others)).toEqual(before)
})
