import {sampleArticle, sampleAuthor, sampleBook, uniqueId} from './sampleArticle'
import {footerButton, showFields, signIn, STUDIO_TIMEOUT_MS} from './studioPage'
import {expect, test} from './studioTest'

test('an editor finds a work by its author or title, and cannot delete one that an article lists', async ({
  page,
  content,
  publish,
  mark,
}) => {
  const [authorId, articleId, bookId] = [uniqueId('author'), uniqueId('article'), uniqueId('book')]
  const family = `Ebb${mark.slice(4)}`
  await publish(
    sampleAuthor(authorId, `Ada ${mark}`),
    sampleBook({id: bookId, family, mark}),
    sampleArticle({id: articleId, authorId, title: `On ${mark}`}),
  )
  await signIn(page, `/structure/articles;all;${articleId}`)

  await test.step('the picker', async () => {
    await showFields(page, 'References')
    await page.getByRole('button', {name: 'Add item'}).click()
    const search = page.getByTestId('field-furtherReading').getByRole('combobox')
    const found = page.getByTestId('autocomplete-popover').getByText(`Tables of the tides ${mark}`)
    for (const words of [family, `1887 ${family}`, `tables tides ${mark}`, mark.slice(0, 9)]) {
      await search.fill(words)
      await expect(found, words).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
    }
    await search.fill(`${mark} nothing`)
    await expect(found).toBeHidden({timeout: STUDIO_TIMEOUT_MS})
    await search.fill(family)
    await found.click({timeout: STUDIO_TIMEOUT_MS})
    const listed = () => content.fetch('*[_id == "drafts." + $articleId][0].furtherReading[]._ref', {articleId})
    await expect.poll(listed, {timeout: STUDIO_TIMEOUT_MS}).toEqual([bookId])
  })

  await test.step('the deletion', async () => {
    await content.action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${articleId}`,
      publishedId: articleId,
    })
    await page.goto(`/studio/intent/edit/id=${bookId};type=bibliographicReference`)
    // A menu that is opened before the document is there closes again.
    await expect(async () => {
      await footerButton(page, 'Open document actions').click({timeout: 10_000})
      await page.getByRole('menuitem', {name: 'Delete'}).click({timeout: 5_000})
    }).toPass({timeout: STUDIO_TIMEOUT_MS})
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(`On ${mark}`, {timeout: STUDIO_TIMEOUT_MS})
    await dialog.getByRole('button', {name: 'Delete anyway'}).click()
    await expect(page.getByText(/other documents that refers? to it/)).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
    expect(await content.getDocument(bookId)).toBeDefined()
  })
})
