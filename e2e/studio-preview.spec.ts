import {sampleArticle, sampleAuthor, uniqueId} from './sampleArticle'
import {STUDIO_TIMEOUT_MS, textbox} from './studioPage'
import {expect, test} from './studioTest'

test('the Preview tool shows an unpublished edit to its editor alone, until she leaves', async ({
  page,
  context,
  baseURL,
  request,
  openStudio,
  publish,
  mark,
}) => {
  const [authorId, id] = [uniqueId('author'), uniqueId('article')]
  await publish(
    sampleAuthor(authorId, `Ada ${mark}`),
    sampleArticle({id, authorId, title: `On ${mark}`, dek: 'As printed.'}),
  )
  const path = `/articles/${id}`
  const site = page.frameLocator('iframe')
  const overlay = site.locator('sanity-visual-editing')

  await openStudio()
  await page.goto(`/studio/presentation?preview=${encodeURIComponent(path)}`)
  await expect(site.getByText('As printed.')).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  await expect(site.getByRole('complementary', {name: 'Preview'})).toBeVisible()
  await expect(overlay).toBeAttached()
  expect(page.frames().map((frame) => new URL(frame.url()).origin)).toEqual([baseURL, baseURL])

  await textbox(page, 'Dek').fill('As corrected.', {timeout: STUDIO_TIMEOUT_MS})
  await expect(site.getByText('As corrected.')).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  const printed = await (await request.get(path)).text()
  expect(printed).toContain('As printed.')
  expect(printed).not.toContain('As corrected.')

  const tab = await context.newPage()
  await tab.goto(path)
  await expect(tab.getByText('As corrected.')).toBeVisible()
  await tab.getByRole('link', {name: 'Leave the preview'}).click()
  await expect(tab.getByRole('complementary', {name: 'Preview'})).toBeHidden()
  await tab.goto(path)
  await expect(tab.getByText('As printed.')).toBeVisible()
})

test('a click on text in the Preview tool opens the field it comes from', async ({page, openStudio, publish, mark}) => {
  const [authorId, id] = [uniqueId('author'), uniqueId('article')]
  await publish(
    sampleAuthor(authorId, `Ada ${mark}`),
    sampleArticle({id, authorId, title: `On ${mark}`, dek: 'As printed.'}),
  )
  const site = page.frameLocator('iframe')

  await openStudio()
  await page.goto(`/studio/presentation?preview=${encodeURIComponent(`/articles/${id}`)}`)
  await expect(site.locator('sanity-visual-editing')).toBeAttached({timeout: STUDIO_TIMEOUT_MS})
  await expect(textbox(page, 'Dek')).toHaveValue('As printed.', {timeout: STUDIO_TIMEOUT_MS})

  await site.getByText('As printed.').click()
  await expect(textbox(page, 'Dek')).toBeFocused({timeout: STUDIO_TIMEOUT_MS})

  await site.getByText(`Ada ${mark}`).first().click()
  await expect(textbox(page, 'Name')).toHaveValue(`Ada ${mark}`, {timeout: STUDIO_TIMEOUT_MS})
})
