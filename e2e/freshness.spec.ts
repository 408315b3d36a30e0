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
