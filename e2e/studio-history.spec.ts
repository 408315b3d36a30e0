import {sampleAuthor, uniqueId} from './sampleArticle'
import {documentForm, footerButton, signIn, STUDIO_TIMEOUT_MS, textbox} from './studioPage'
import {expect, test} from './studioTest'

test('an editor looks at what was published before, and takes it back', async ({page, content, mark}) => {
  const id = uniqueId('author')
  const [publishedId, draftId] = [id, `drafts.${id}`]
  const publish = () => content.action({actionType: 'sanity.action.document.publish', draftId, publishedId})
  await content.create({...sampleAuthor(draftId, `Ada ${mark}`), role: 'Keeper of the light'})
  await publish()
  await content.action({
    actionType: 'sanity.action.document.edit',
    draftId,
    publishedId,
    patch: {set: {role: 'Keeper of the dark'}},
  })
  await publish()

  await signIn(page, `/structure/author;${id}`)
  const role = textbox(documentForm(page), 'Role')
  await expect(role).toHaveValue('Keeper of the dark', {timeout: STUDIO_TIMEOUT_MS})
  await page.getByTestId('pane-context-menu-button').last().click()
  await page.getByRole('menuitem', {name: 'History'}).click()
  const events = page.getByTestId('timeline-item-button')
  await expect(events).toHaveText([/Published/, /Published/, /Draft created/], {timeout: STUDIO_TIMEOUT_MS})

  await events.nth(1).click()
  await expect(role).toHaveValue('Keeper of the light', {timeout: STUDIO_TIMEOUT_MS})
  await footerButton(page, 'Revert to revision').click({timeout: STUDIO_TIMEOUT_MS})
  await page.getByRole('button', {name: 'Confirm'}).click({timeout: STUDIO_TIMEOUT_MS})

  await expect
    .poll(() => content.fetch('*[_id == $draftId][0].role', {draftId}), {timeout: STUDIO_TIMEOUT_MS})
    .toBe('Keeper of the light')
  expect(await content.fetch('*[_id == $id][0].role', {id})).toBe('Keeper of the dark')
})
