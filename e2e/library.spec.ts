import {sampleArticle, sampleAuthor, uniqueId} from './sampleArticle'
import {expect, test} from './test'

const mark = () => `Ebb${crypto.randomUUID().slice(0, 8)}`

test.describe('without script', () => {
  test.use({javaScriptEnabled: false})

  test('a reader finds a work by its author, narrows the list, and sees where it is cited', async ({page, publish}) => {
    const word = mark()
    const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
    const [bookId, reportId] = [uniqueId('book'), uniqueId('report')]
    await publish(
      sampleAuthor(authorId, 'Ada Tidewater'),
      work(bookId, {family: word, title: 'The pull of the moon', year: 1898}),
      work(reportId, {family: word, title: 'Report on harbours', year: 1930, type: 'report'}),
      sampleArticle({id: articleId, authorId, title: 'On moons', furtherReading: [listed(bookId), listed(reportId)]}),
    )

    await page.goto('/references')
    await page.getByRole('searchbox', {name: 'Search'}).fill(`${word} moon`)
    await page.getByRole('button', {name: 'Search'}).click()
    await expect(page.getByRole('heading', {name: `One work for “${word} moon”`})).toBeVisible()

    await page.getByRole('searchbox', {name: 'Search'}).fill(word)
    await page.getByRole('combobox', {name: 'Order'}).selectOption('Newest first')
    await page.getByRole('button', {name: 'Search'}).click()
    const found = page.getByRole('main').getByRole('listitem')
    await expect(found).toContainText(['Report on harbours', 'The pull of the moon'])

    await page.getByRole('combobox', {name: 'Decade'}).selectOption('1890s')
    await page.getByRole('button', {name: 'Search'}).click()
    await expect(found).toContainText(['The pull of the moon'])

    await page.getByRole('link', {name: 'The pull of the moon'}).click()
    await expect(page).toHaveURL(`/references/${bookId}`)
    await expect(page.getByRole('heading', {level: 1, name: 'The pull of the moon'})).toBeVisible()
    await expect(page.getByText(`${word}, G. (1898).`)).toBeVisible()
    await expect(page.getByRole('region', {name: 'Cited in'})).toContainText('Ada Tidewater')
    await page.getByRole('link', {name: 'On moons'}).click()
    await expect(page.getByRole('heading', {level: 1, name: 'On moons'})).toBeVisible()
  })
})

test('a work is listed and has a page exactly while something published cites it', async ({
  request,
  content,
  publish,
}) => {
  const word = mark()
  const [authorId, articleId, bookId] = [uniqueId('author'), uniqueId('article'), uniqueId('book')]
  const status = async () => (await request.get(`/references/${bookId}`)).status()
  const read = async (address: string) => (await request.get(address)).text()
  expect(await status()).toBe(404)
  await publish(
    sampleAuthor(authorId, 'Ada Tidewater'),
    work(bookId, {family: word, title: 'The pull of the moon', year: 1898}),
  )
  await content.create({
    ...sampleArticle({id: articleId, authorId, furtherReading: [listed(bookId)]}),
    _id: `drafts.${articleId}`,
  })
  expect(await status()).toBe(404)
  expect(await read(`/references/search?q=${word}`)).not.toContain('The pull of the moon')

  await content.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${articleId}`,
    publishedId: articleId,
  })
  await expect.poll(status).toBe(200)
  await expect.poll(() => read(`/references/search?q=${word}`)).toContain('The pull of the moon')

  await content.patch(bookId).set({title: 'The pull of the sun'}).commit()
  await expect.poll(() => read(`/references/${bookId}`)).toContain('The pull of the sun')
  await expect.poll(() => read(`/references/search?q=${word}`)).toContain('The pull of the sun')

  await content.patch(articleId).set({furtherReading: []}).commit()
  await expect.poll(status).toBe(404)
  await content.delete(articleId)
})

test('a corrected work is fresh wherever it is printed, and other works stay as they are', async ({
  request,
  content,
  publish,
}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  const [bookId, otherId] = [uniqueId('book'), uniqueId('other')]
  const read = async (address: string) => (await request.get(address)).text()
  const cache = async (address: string) => (await request.get(address)).headers()['x-nextjs-cache']
  // Webhooks come in order: once the article has replaced these two 404s, none is left that could drop pages.
  for (const id of [bookId, otherId]) await read(`/references/${id}`)
  await publish(
    sampleAuthor(authorId, 'Ada Tidewater'),
    work(bookId, {family: 'Aaberg', title: 'The pull of the moon', year: 1898}),
    work(otherId, {family: 'Aaberg', title: 'Report on harbours', year: 1930}),
    sampleArticle({id: articleId, authorId, furtherReading: [listed(bookId), listed(otherId)]}),
  )
  await expect.poll(() => read(`/references/${bookId}`)).toContain('The pull of the moon')
  await expect.poll(() => read(`/references/${otherId}`)).toContain('Report on harbours')
  await expect.poll(() => read('/references')).toContain('The pull of the moon')
  await expect.poll(() => cache(`/references/${otherId}`)).toBe('HIT')

  await content.patch(bookId).set({title: 'The pull of the sun'}).commit()
  for (const address of ['/references', `/references/${bookId}`, `/articles/${articleId}`]) {
    await expect.poll(() => read(address)).toContain('The pull of the sun')
  }
  expect(await cache(`/references/${otherId}`)).toBe('HIT')

  await expect.poll(() => cache('/references')).toBe('HIT')
  await content.patch(articleId).set({title: 'On other tides'}).commit()
  await expect.poll(() => read(`/references/${otherId}`)).toContain('On other tides')
  expect(await cache('/references')).toBe('HIT')
})

test('searches are bounded, inert and kept out of search engines and caches', async ({page, request}) => {
  const answer = await request.get('/references/search', {
    params: {
      q: `"><script>alert(1)</script>${'x'.repeat(5_000)}`,
      type: '../..',
      decade: 'e',
      sort: '__proto__',
      page: '9e9',
    },
  })
  expect(answer.status()).toBe(200)
  expect(answer.headers()['cache-control']).toMatch(/no-cache|no-store/)
  const html = await answer.text()
  expect(html).not.toContain('<script>alert')
  expect(withoutScripts(html)).not.toContain('x'.repeat(200))
  expect(html).toMatch(/<meta name="robots" content="noindex, follow"/)

  await page.goto('/references/search?q=nothingthatanybodywrote')
  await expect(page.getByRole('heading', {name: /^Nothing found/})).toBeVisible()
})

test('a work can be had in the formats of reference managers, and as text', async ({request, publish}) => {
  const [authorId, articleId, id] = [uniqueId('author'), uniqueId('article'), uniqueId('book')]
  await publish(
    sampleAuthor(authorId, 'Ada Tidewater'),
    work(id, {family: 'Aaberg', title: 'The pull of the moon', year: 1898}),
    sampleArticle({id: articleId, authorId, furtherReading: [listed(id)]}),
  )
  await expect.poll(async () => (await request.get(`/references/${id}`)).status()).toBe(200)
  for (const [extension, type] of [
    ['bib', 'application/x-bibtex'],
    ['ris', 'application/x-research-info-systems'],
    ['json', 'application/vnd.citationstyles.csl+json'],
    ['txt', 'text/plain; charset=utf-8'],
  ]) {
    const answer = await request.get(`/references/${id}/cite.${extension}`)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toContain(type)
  }
  const text = await (await request.get(`/references/${id}/cite.txt`)).text()
  expect(text).toContain('MLA\nAaberg, George. The pull of the moon. 1898.\n')
  expect((await request.get(`/references/${uniqueId('none')}/cite.bib`)).status()).toBe(404)
})

function work(
  id: string,
  {family, title, year, type = 'book'}: Record<'family' | 'title', string> & {year: number; type?: string},
) {
  return {
    _id: id,
    _type: 'bibliographicReference',
    type,
    title,
    author: [{_type: 'person', _key: 'a', family, given: 'George'}],
    issued: {status: 'dated', year},
  }
}

function listed(id: string) {
  return {_type: 'reference', _key: id, _ref: id}
}

/** Next's scripts repeat the address that was asked for. */
function withoutScripts(html: string): string {
  return html.replaceAll(/<script\b.*?<\/script>/gs, '')
}
