import {sampleBook, uniqueId} from './sampleArticle'
import {documentForm, footerButton, signIn, STUDIO_TIMEOUT_MS} from './studioPage'
import {expect, test} from './studioTest'

test('an editor tells two alike references apart by the keyboard, takes it back, and thinks better of a merge', async ({
  page,
  content,
  publish,
  mark,
}) => {
  test.setTimeout(4 * STUDIO_TIMEOUT_MS)
  const [firstId, secondId] = [uniqueId('book'), uniqueId('book')]
  const family = `Ebb${mark.slice(4)}`
  const archive = {_type: 'archivedCopy', url: 'https://web.archive.org/web/20260110120000/https://example.org/tides'}
  await publish({...sampleBook({id: firstId, family, mark}), archive}, sampleBook({id: secondId, family, mark}))
  const verdicts = () =>
    content.fetch<number>('count(*[_type == "distinctWorks" && $id in works[]._ref])', {id: firstId})
  await signIn(page, `/structure/references;duplicates;${firstId}`)
  const form = documentForm(page)
  const duplicate = form.getByRole('region', {name: 'Possible duplicate'})
  const toldApart = form.getByRole('region', {name: 'Told apart'})
  const ofWork = (text: string) => ({name: `${text} ${family} (1887). Tables of the tides ${mark}`})

  await test.step('the entry has its archived copy, as in a list', async () => {
    const entry = form.getByRole('region', {name: 'Entry in the reference list'})
    await expect(entry.getByRole('link', {name: /^archived .*2026$/})).toHaveAttribute('href', archive.url, {
      timeout: STUDIO_TIMEOUT_MS,
    })
  })

  await test.step('a merge that is cancelled gives the focus back', async () => {
    await duplicate.getByRole('button', ofWork('Merge…')).press('Enter', {timeout: STUDIO_TIMEOUT_MS})
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('radio', {name: /^Keep this one/})).toBeFocused({timeout: STUDIO_TIMEOUT_MS})
    await expect(dialog).toContainText('The one to delete has nothing that the other has not.')
    await page.keyboard.press('Escape')
    await expect(duplicate.getByRole('button', ofWork('Merge…'))).toBeFocused()
    expect(await content.getDocuments([firstId, secondId])).not.toContain(null)
  })

  await test.step('told apart', async () => {
    await duplicate.getByRole('button', ofWork('Not a duplicate')).press('Enter')
    await expect(toldApart.getByRole('button', ofWork('Take back'))).toBeFocused({timeout: STUDIO_TIMEOUT_MS})
    await expect(duplicate).toBeHidden()
    expect(await verdicts()).toBe(1)
  })

  await test.step('taken back', async () => {
    await page.keyboard.press('Enter')
    await expect(duplicate.getByRole('button', ofWork('Not a duplicate'))).toBeFocused({timeout: STUDIO_TIMEOUT_MS})
    await expect(toldApart).toBeHidden()
    expect(await verdicts()).toBe(0)
  })

  await test.step('and the same in the list beside the form', async () => {
    const suspected = page
      .getByRole('list', {name: 'Possible duplicates'})
      .getByRole('listitem')
      .filter({hasText: mark})
    const told = page.getByRole('list', {name: 'Told apart'}).getByRole('listitem').filter({hasText: mark})
    await suspected.getByRole('button', {name: /^Not duplicates/}).press('Enter', {timeout: STUDIO_TIMEOUT_MS})
    await expect(told.getByRole('button', {name: /^Take back/})).toBeFocused({timeout: STUDIO_TIMEOUT_MS})
    await expect(toldApart).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
    await told.getByRole('link').last().click()
    await expect(page).toHaveURL(/;duplicates;/)
    await told.getByRole('button', {name: /^Take back/}).press('Enter')
    await expect(suspected).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  })
})

test('an editor closes the list of works, then the merge, and goes on to the next pair after one', async ({
  page,
  content,
  publish,
  mark,
}) => {
  test.setTimeout(4 * STUDIO_TIMEOUT_MS)
  const family = `Ebb${mark.slice(4)}`
  const ids = [0, 1, 2, 3].map((number) => `${mark.toLowerCase()}-${number}`)
  const [firstId = '', secondId = ''] = ids
  for (const [index, id] of ids.entries()) {
    await publish(sampleBook({id, family, mark: `${index < 2 ? 'one' : 'two'} ${mark}`}))
  }
  await signIn(page, `/structure/references;duplicates;${firstId}`)
  const dialog = page.getByRole('dialog')

  await test.step('Escape closes one of them at a time', async () => {
    const menu = footerButton(page, 'Open document actions')
    await menu.click({timeout: STUDIO_TIMEOUT_MS})
    await page.getByRole('menuitem', {name: /^Merge into/}).click()
    const search = dialog.getByRole('combobox')
    await search.fill(mark)
    await expect(search).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Escape')
    await expect(search).toHaveAttribute('aria-expanded', 'false')
    await expect(search).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(menu).toBeFocused()
  })

  await test.step('a merge in the list leads to what stands there next', async () => {
    const pairs = page.getByRole('list', {name: 'Possible duplicates'}).getByRole('listitem')
    const pair = pairs.filter({hasText: `one ${mark}`})
    await pair.getByRole('button', {name: /^Merge…/}).press('Enter', {timeout: STUDIO_TIMEOUT_MS})
    const merge = dialog.getByRole('button', {name: 'Merge', exact: true})
    await expect(merge).toBeEnabled({timeout: STUDIO_TIMEOUT_MS})
    await merge.press('Enter')
    await expect(pair).toBeHidden({timeout: STUDIO_TIMEOUT_MS})
    await expect(page.locator('body')).not.toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('list', {name: 'Possible duplicates'}).locator(':focus')).toBeVisible()
    expect((await content.getDocuments([firstId, secondId])).filter(Boolean)).toHaveLength(1)
  })
})

test('a list that the content store did not send is asked for again', async ({page, publish, mark}) => {
  test.setTimeout(3 * STUDIO_TIMEOUT_MS)
  await publish(sampleBook({id: uniqueId('book'), family: 'Ebb', mark}))
  await signIn(page, '/structure/references')
  await page.route(/\/data\/query\//, (route) => route.fulfill({status: 500, json: {message: 'Internal Server Error'}}))
  await page.getByRole('link', {name: 'Not cited anywhere'}).click({timeout: STUDIO_TIMEOUT_MS})
  const problem = page.getByRole('alert').filter({hasText: 'the content store did not answer'})
  await expect(problem).toBeVisible({timeout: STUDIO_TIMEOUT_MS})

  await page.unroute(/\/data\/query\//)
  await problem.getByRole('button', {name: 'Try again'}).press('Enter')

  await expect(page.getByRole('list', {name: 'Not cited anywhere'})).toContainText(mark, {timeout: STUDIO_TIMEOUT_MS})
  await expect(problem).toBeHidden()
})
