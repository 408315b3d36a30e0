import {sampleArticle, sampleAuthor, uniqueId} from './sampleArticle'
import {documentForm, footerButton, signIn, signInAs, STUDIO_TIMEOUT_MS, textbox} from './studioPage'
import {expect, test} from './studioTest'

test('a contributor writes a draft, cannot publish it, and is shut out when her account ends', async ({
  page,
  browser,
  content,
  publish,
  mark,
}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  await publish(sampleAuthor(authorId, `Ada ${mark}`), sampleArticle({id: articleId, authorId, title: `On ${mark}`}))
  const email = `${mark.toLowerCase()}@example.org`
  await signIn(page)
  await page.getByRole('link', {name: 'Accounts'}).click()
  const people = page.getByRole('region', {name: 'People'})
  await expect(people.getByText('Administrator (you)')).toBeVisible({timeout: STUDIO_TIMEOUT_MS})

  const password = await test.step('an administrator adds her', async () => {
    await textbox(people, 'Name').fill(`Eve ${mark}`)
    await textbox(people, 'E-mail').fill(email)
    await people.getByRole('combobox', {name: 'Role', exact: true}).selectOption('contributor')
    await people.getByRole('button', {name: 'Add person'}).click()
    await expect(people.getByRole('status')).toContainText('It is not shown again.')
    return (await people.getByRole('status').locator('code').textContent()) ?? ''
  })

  const context = await browser.newContext({viewport: page.viewportSize()})
  const hers = await context.newPage()
  await signInAs(hers, {email, password}, `/structure/author;${authorId}`)

  await test.step('she edits, and may not publish', async () => {
    const role = textbox(documentForm(hers), 'Role')
    await role.fill('Keeper of the light', {timeout: STUDIO_TIMEOUT_MS})
    const draft = () => content.fetch('*[_id == $id][0].role', {id: `drafts.${authorId}`})
    await expect.poll(draft, {timeout: STUDIO_TIMEOUT_MS}).toBe('Keeper of the light')
    await expect(footerButton(hers, 'Publish')).toBeDisabled()
    expect(await content.fetch('*[_id == $authorId][0].role', {authorId})).toBeNull()
  })

  await test.step('another’s draft is not hers to change', async () => {
    const tab = await page.context().newPage()
    await tab.goto(`/studio/structure/articles;all;${articleId}`)
    await textbox(documentForm(tab), 'Dek').fill('A draft.', {timeout: STUDIO_TIMEOUT_MS})
    await hers.goto(`/studio/structure/articles;all;${articleId}`)
    await expect(textbox(documentForm(hers), 'Dek')).toHaveValue('A draft.', {timeout: STUDIO_TIMEOUT_MS})
    await expect(textbox(documentForm(hers), 'Dek')).not.toBeEditable({timeout: STUDIO_TIMEOUT_MS})
    await tab.close()
  })

  await test.step('the administrator removes her', async () => {
    await people.getByRole('button', {name: `Remove Eve ${mark}`}).click()
    await people.getByRole('button', {name: 'Remove', exact: true}).last().click()
    await expect(people.getByText(email)).toBeHidden()
    await expect(hers.getByText('E-mail and password')).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  })
  await context.close()
})
