import {sampleAuthor, uniqueId} from './sampleArticle'
import {discardChanges, documentForm, openList, signIn, STUDIO_TIMEOUT_MS, textbox} from './studioPage'
import {expect, test} from './studioTest'

test('what one editor types another sees, finds in the history and can discard', async ({
  page,
  browser,
  content,
  publish,
  mark,
}) => {
  const id = uniqueId('author')
  await publish({...sampleAuthor(id, `Ada ${mark}`), role: 'Keeper'})
  const context = await browser.newContext({viewport: page.viewportSize()})
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await signIn(tab, `/structure/author;${id}`)
    await expect(textbox(documentForm(tab), 'Role')).toHaveValue('Keeper', {timeout: STUDIO_TIMEOUT_MS})
  }

  await test.step('typing', async () => {
    await textbox(page, 'Role').press('End')
    await page.keyboard.type(' of the light')
    await expect(textbox(other, 'Role')).toHaveValue('Keeper of the light', {timeout: STUDIO_TIMEOUT_MS})
  })

  await test.step('history', async () => {
    await other
      .getByTestId('pane-footer')
      .getByRole('button', {name: /Edited/})
      .click({timeout: STUDIO_TIMEOUT_MS})
    const changes = other.locator('#review-panel').getByTestId('review-changes-pane')
    await expect(changes).toContainText('Role', {timeout: STUDIO_TIMEOUT_MS})
    await expect(changes).toContainText('of the light')
  })

  await test.step('discarding', async () => {
    await discardChanges(other)
    await expect(textbox(page, 'Role')).toHaveValue('Keeper', {timeout: STUDIO_TIMEOUT_MS})
    expect(await content.getDocument(`drafts.${id}`)).toBeUndefined()
  })
  await context.close()
})

test('a list shows what somebody else creates, and drops what she deletes', async ({
  page,
  openStudio,
  content,
  mark,
}) => {
  await openStudio()
  await openList(page, 'Authors')
  const list = page.getByRole('listbox', {name: 'Authors'})
  await expect(list.getByRole('option').first()).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  const id = uniqueId('author')

  await content.create(sampleAuthor(id, `Ada ${mark}`))
  await expect(list.getByRole('link', {name: `Ada ${mark}`})).toBeVisible({timeout: STUDIO_TIMEOUT_MS})

  await content.delete(id)
  await expect(list.getByRole('link', {name: `Ada ${mark}`})).toBeHidden({timeout: STUDIO_TIMEOUT_MS})
})
