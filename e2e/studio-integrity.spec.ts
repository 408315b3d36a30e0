import type {Page} from '@playwright/test'

import {paragraph, sampleArticle, sampleAuthor, uniqueId} from './sampleArticle'
import {signIn, STUDIO_TIMEOUT_MS} from './studioPage'
import {expect, test} from './studioTest'

test.describe.configure({timeout: 900_000})

test('an article goes out with its references, or says what is wrong with them', async ({
  page,
  content,
  publish,
  mark,
}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  const [bookId, pageId, goneId] = [uniqueId('book'), uniqueId('page'), uniqueId('gone')]
  const draftId = `drafts.${articleId}`
  await publish(sampleAuthor(authorId, `Ada ${mark}`), {
    _id: pageId,
    _type: 'bibliographicReference',
    type: 'webpage',
    title: `Tide tables ${mark}`,
    issued: {status: 'nd'},
    url: `https://example.org/${mark}`,
  })
  await content.create({
    _id: `drafts.${bookId}`,
    _type: 'bibliographicReference',
    type: 'book',
    title: `The pull of ${mark}`,
    issued: {status: 'dated', year: 1898},
  })
  const article = sampleArticle({id: articleId, authorId, title: `On ${mark}`})
  await content.create({...article, _id: draftId, body: [...longText(), citing('first', goneId, bookId)]})
  const revisions = () =>
    content.fetch<unknown[]>('[*[_id == $articleId][0]._rev, *[_id == $bookId][0]._rev]', {articleId, bookId})

  await signIn(page, pathOf(articleId))
  const dialog = page.getByRole('dialog')

  await test.step('a citation of what is gone keeps it back, and leads to its place', async () => {
    await press(page)
    await expect(dialog).toContainText('This cannot be published yet', {timeout: STUDIO_TIMEOUT_MS})
    await expect(dialog).toContainText('This source was deleted')
    await expect(dialog.getByRole('button', {name: 'Publish'})).toBeDisabled()
    await dialog.getByRole('button', {name: 'Go to the place'}).press('Enter')
    await expect(page).toHaveURL(/first-citation/, {timeout: STUDIO_TIMEOUT_MS})
    await expect(page.locator('[role=dialog]:focus-within')).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
    await expect(page.getByTestId('popover-edit-dialog')).toBeInViewport({timeout: STUDIO_TIMEOUT_MS})
    expect(await revisions()).toEqual([null, null])
  })

  await test.step('pressed before the form is validated, it publishes nothing that the form refuses', async () => {
    const {promise: pressed, resolve: letValidate} = Promise.withResolvers<void>()
    await page.route(/slug\.current/, async (route) => {
      await pressed
      await route.continue()
    })
    await content
      .patch(draftId)
      .set({slug: {_type: 'slug', current: 'Bad-Slug'}, body: [citing('first', bookId)]})
      .commit()
    await open(page, articleId)
    await press(page)
    letValidate()
    await expect(dialog).toContainText('Address:', {timeout: STUDIO_TIMEOUT_MS})
    await expect(dialog.getByRole('button', {name: 'Publish'})).toBeDisabled()
    expect(await revisions()).toEqual([null, null])
    await page.unroute(/slug\.current/)
  })

  await test.step('a reference that is not published yet is published in the same transaction', async () => {
    await content.patch(draftId).set({slug: article.slug}).commit()
    await open(page, articleId)
    await press(page)
    await expect.poll(async () => (await revisions())[0], {timeout: STUDIO_TIMEOUT_MS}).toEqual(expect.any(String))
    const [articleRevision, bookRevision] = await revisions()
    expect(bookRevision).toBe(articleRevision)
    await page.goto(`/articles/${articleId}`)
    await expect(page.getByText(`The pull of ${mark}`).first()).toBeVisible()
  })

  await test.step('a warning wants a reason, once', async () => {
    await content.create({...article, _id: draftId, body: [citing('first', bookId), citing('second', pageId)]})
    await open(page, articleId)
    await press(page)
    await expect(dialog).toContainText('does not say when the page was read', {timeout: STUDIO_TIMEOUT_MS})
    await expect(dialog.getByRole('button', {name: 'Publish'})).toBeDisabled()
    await dialog.getByLabel('Why publish nevertheless?').fill('The tables never change.')
    await dialog.getByRole('button', {name: 'Publish'}).click()
    const reasons = () =>
      content.fetch<unknown>('*[_id == $id][0].acceptances[]{reason, "codes": warnings[].code}', {
        id: `publishReason.${articleId}`,
      })
    await expect
      .poll(reasons, {timeout: STUDIO_TIMEOUT_MS})
      .toEqual([{reason: 'The tables never change.', codes: ['no-access-date']}])
    await expect.poll(() => content.getDocument(draftId), {timeout: STUDIO_TIMEOUT_MS}).toBeUndefined()

    await content.create({...article, _id: draftId, title: `Again ${mark}`, body: [citing('second', pageId, bookId)]})
    await open(page, articleId)
    // On a slow machine the Studio may still be reading what the press waits for.
    await expect(async () => {
      await press(page)
      await expect.poll(() => content.getDocument(draftId), {timeout: 20_000}).toBeUndefined()
    }).toPass({timeout: 2 * STUDIO_TIMEOUT_MS})
    await content.delete(`publishReason.${articleId}`)
  })
})

/** More than the text editor shows at once. */
function longText() {
  return Array.from({length: 14}, (_, index) =>
    paragraph(`long-${index}`, 'The sea comes back twice a day. '.repeat(20)),
  )
}

function pathOf(articleId: string): string {
  return `/structure/articles;all;${articleId}`
}

async function open(page: Page, articleId: string): Promise<void> {
  await page.goto(`/studio${pathOf(articleId)}`)
}

async function press(page: Page): Promise<void> {
  await expect(page.getByTestId('action-publish')).toBeEnabled({timeout: STUDIO_TIMEOUT_MS})
  await page.getByTestId('action-publish').click()
}

/** A paragraph with one citation. A draft points weakly at what may not be published. */
function citing(key: string, ...references: string[]) {
  return {
    _type: 'block',
    _key: key,
    style: 'normal',
    markDefs: [],
    children: [
      {_type: 'span', _key: `${key}-text`, text: 'The sea comes back.', marks: []},
      {
        _type: 'citation',
        _key: `${key}-citation`,
        mode: 'parenthetical',
        items: references.map((reference) => ({
          _type: 'citationItem',
          _key: `${key}-${reference}`,
          reference: {
            _type: 'reference',
            _ref: reference,
            _weak: true,
            _strengthenOnPublish: {type: 'bibliographicReference'},
          },
        })),
      },
    ],
  }
}
