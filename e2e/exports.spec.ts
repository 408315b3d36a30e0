import {paragraph, sampleArticle, sampleAuthor, uniqueId} from './sampleArticle'
import {expect, test} from './test'

const MEDIA_TYPES = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json',
  txt: 'text/plain; charset=utf-8',
}

const SCHOOL_LISTS = {
  apa: 'Ross, T. (2010). The salt road.\n',
  mla: 'Ross, Tim. The salt road. 2010.\n',
  chicago: 'Ross, Tim. The salt road. 2010.\n',
}

test('an article and its references can be had as files, which change with what they are made of and not otherwise', async ({
  request,
  content,
  publish,
}) => {
  const [authorId, articleId, otherId] = [uniqueId('author'), uniqueId('article'), uniqueId('other')]
  const [referenceId, otherReferenceId, lastId] = [uniqueId('reference'), uniqueId('reference'), uniqueId('last')]
  const read = async (address: string) => (await request.get(address)).text()
  const cache = async (address: string) => (await request.get(address)).headers()['x-nextjs-cache']
  await read(`/articles/${lastId}`)
  await publish(
    sampleAuthor(authorId, 'Ada Tidewater'),
    reference(referenceId, 'The salt road'),
    reference(otherReferenceId, 'The pepper road'),
    sampleArticle({id: articleId, authorId, body: [citing(referenceId)]}),
    sampleArticle({id: otherId, authorId, title: 'On moons', body: [citing(otherReferenceId)]}),
    sampleArticle({id: lastId, authorId, title: 'On last things'}),
  )
  // Webhooks come in order: once the last article has replaced its 404, none is left that could drop the others' files.
  await expect.poll(() => read(`/articles/${lastId}`)).toContain('On last things')
  await expect.poll(() => read(`/articles/${articleId}/references.bib`)).toContain('title = {The salt road}')
  await expect.poll(() => read(`/articles/${otherId}/references.bib`)).toContain('title = {The pepper road}')

  for (const [format, mediaType] of Object.entries(MEDIA_TYPES)) {
    for (const subject of ['cite', 'references']) {
      const answer = await request.get(`/articles/${articleId}/${subject}.${format}`)
      expect.soft(answer.status(), `${subject}.${format}`).toBe(200)
      expect.soft(answer.headers()['content-type']).toBe(mediaType)
      expect.soft(answer.headers()['content-disposition']).toMatch(/^(?:attachment|inline); filename="[\w-]+\.\w+"$/)
    }
  }
  expect(await read(`/articles/${articleId}/cite.bib`)).toContain('author = {Tidewater, Ada}')
  expect(await read(`/articles/${articleId}/cite.txt`)).toContain('Tidewater, Ada. “On tides.”')
  expect(await read(`/articles/${articleId}/references.txt`)).toBe('1. Ross, T. (2010). The salt road.\n')
  for (const [school, text] of Object.entries(SCHOOL_LISTS)) {
    const answer = await request.get(`/articles/${articleId}/references.${school}.txt`)
    expect.soft([answer.status(), await answer.text()], school).toEqual([200, text])
    expect.soft(answer.headers()['content-type']).toBe(MEDIA_TYPES.txt)
  }
  const head = await request.head(`/articles/${articleId}/references.ris`)
  expect([head.status(), head.headers()['content-type']]).toEqual([200, MEDIA_TYPES.ris])

  const kept = [`/articles/${otherId}`, `/articles/${otherId}/references.bib`, `/articles/${otherId}/cite.bib`]
  for (const address of kept) await expect.poll(() => cache(address)).toBe('HIT')
  await content.patch(referenceId).set({title: 'The salt way'}).commit()

  await expect.poll(() => read(`/articles/${articleId}/references.bib`)).toContain('title = {The salt way}')
  await expect.poll(() => read(`/articles/${articleId}/references.ris`)).toContain('TI  - The salt way')
  await expect.poll(() => read(`/articles/${articleId}/references.mla.txt`)).toContain('The salt way')
  await expect.poll(() => read(`/articles/${articleId}`)).toContain('The salt way')
  for (const address of kept) expect(await cache(address)).toBe('HIT')
})

test('a reader opens the references in a style of schools, and how to cite one work', async ({
  page,
  request,
  publish,
}) => {
  const [authorId, articleId, referenceId] = [uniqueId('author'), uniqueId('article'), uniqueId('reference')]
  await publish(
    sampleAuthor(authorId, 'Ada Tidewater'),
    reference(referenceId, 'The salt road'),
    sampleArticle({id: articleId, authorId, body: [citing(referenceId)]}),
  )
  for (const address of [`/articles/${articleId}`, `/references/${referenceId}`]) {
    await expect.poll(async () => (await request.get(address)).status()).toBe(200)
  }

  await page.goto(`/articles/${articleId}`)
  await page.getByRole('region', {name: 'Cite this article'}).getByRole('link', {name: 'Chicago'}).click()
  await expect(page).toHaveURL(`/articles/${articleId}/references.chicago.txt`)
  await expect(page.getByText('Ross, Tim. The salt road. 2010.')).toBeVisible()

  await page.goto(`/references/${referenceId}`)
  await page.getByRole('link', {name: 'APA, MLA, Chicago'}).click()
  await expect(page).toHaveURL(`/references/${referenceId}/cite.txt`)
  await expect(page.getByText('Ross, T. (2010). The salt road.')).toBeVisible()
})

test('files hold nothing of a draft, and go when the article goes', async ({request, content, publish}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  const draft = {...sampleArticle({id: articleId, authorId, title: 'A secret'}), _id: `drafts.${articleId}`}
  const status = async (file: string) => (await request.get(`/articles/${articleId}/${file}`)).status()
  await publish(sampleAuthor(authorId, 'Ada Tidewater'), draft)
  expect(await status('cite.bib')).toBe(404)

  await publish(sampleArticle({id: articleId, authorId}))
  await expect.poll(() => status('cite.bib')).toBe(200)
  const bib = await request.get(`/articles/${articleId}/cite.bib`)
  expect(await bib.text()).not.toContain('A secret')

  await content.delete(articleId)
  await expect.poll(() => status('cite.bib')).toBe(404)
  await expect.poll(() => status('references.json')).toBe(404)
})

test('the texts can be copied, and selected where nothing can be copied', async ({browser, publish, request}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  await publish(sampleAuthor(authorId, 'Ada Tidewater'), sampleArticle({id: articleId, authorId}))
  const address = `/articles/${articleId}`
  await expect.poll(async () => (await request.get(address)).status()).toBe(200)

  const context = await browser.newContext({permissions: ['clipboard-read', 'clipboard-write']})
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', {name: 'Copy the MLA citation'}).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Tidewater, Ada. “On tides.”')

  await page.getByRole('button', {name: 'Copy BibTeX of this article'}).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('author = {Tidewater, Ada}')
  await context.close()

  const plain = await browser.newContext({javaScriptEnabled: false})
  const withoutScript = await plain.newPage()
  await withoutScript.goto(address)
  const block = withoutScript.getByRole('region', {name: 'Cite this article'})
  await expect(block.getByText('Tidewater, Ada. “On tides.”')).toHaveCount(2)
  await expect(block.getByRole('button')).toHaveCount(0)
  await expect(block.getByRole('link', {name: 'BibTeX'})).toHaveAttribute('href', `${address}/cite.bib`)
  await plain.close()
})

function reference(id: string, title: string) {
  const author = [{_key: 'ross', _type: 'person', family: 'Ross', given: 'Tim'}]
  return {_id: id, _type: 'bibliographicReference', type: 'book', title, author, issued: {status: 'dated', year: 2010}}
}

function citing(referenceId: string) {
  const block = paragraph('opening', 'The sea comes back.')
  const items = [{_key: 'item', _type: 'citationItem', reference: {_type: 'reference', _ref: referenceId}}]
  return {...block, children: [...block.children, {_type: 'citation', _key: 'cite', items}]}
}
