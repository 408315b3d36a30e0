import {expect, type Locator, type Page} from '@playwright/test'

import {addItem, closeDialog, pick, textbox} from './studioPage'

/** A Portable Text editor that fills the form, so that its toolbar has room for every button. */
export async function openTextEditor(page: Page, field: Locator): Promise<TextEditor> {
  await page.getByRole('button', {name: 'Enter focus mode (hide navigation)'}).click()
  await field.getByTestId('fullscreen-button-expand').click()
  const root = page.locator('[data-testid=pt-editor][data-fullscreen=true]')
  await expect(root.getByTestId('fullscreen-button-collapse')).toBeVisible()
  return {page, root, text: root.getByRole('textbox').first()}
}

export interface TextEditor {
  page: Page
  root: Locator
  text: Locator
}

export async function closeTextEditor({page, root}: TextEditor): Promise<void> {
  await root.getByTestId('fullscreen-button-collapse').click()
  await expect(root).toBeHidden()
  await page.getByRole('button', {name: /focus mode/}).click()
}

/** Writes a heading into the empty editor. */
export async function writeHeading({page, root, text}: TextEditor, words: string): Promise<void> {
  await text.click()
  await page.keyboard.type(words)
  await root.getByRole('button', {name: 'Paragraph'}).click()
  await page.getByRole('menuitem', {name: 'Heading', exact: true}).click()
  await expect(text.getByRole('heading', {name: words, level: 2})).toBeVisible()
  await text.press('Control+End')
}

/** Makes the word before the caret a link. */
export async function linkLastWord({page, root, text}: TextEditor, href: string): Promise<void> {
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await root.getByRole('button', {name: 'Link', exact: true}).click()
  const popover = page.getByTestId('popover-edit-dialog')
  await textbox(popover, 'Address').fill(href)
  await popover.getByTestId('close-popover-edit-dialog-button').click()
  await expect(popover).toBeHidden()
  await text.press('Control+End')
}

/** Puts a citation at the end of the text; each work is found by its title. */
export async function cite({page, root, text}: TextEditor, works: {title: string; page?: string}[]): Promise<void> {
  await root.getByRole('button', {name: /^Insert Citation/}).click()
  const popover = page.getByTestId('popover-edit-dialog')
  for (const work of works) {
    if (work !== works[0]) await text.getByTestId('inline-preview').last().dblclick()
    const dialog = await addItem(page, {to: popover})
    await pick(dialog, {name: 'Reference', title: work.title})
    if (work.page) await textbox(dialog, 'Number').fill(work.page)
    await closeDialog(page)
    await expect(popover).toBeHidden()
  }
  await text.press('Control+End')
}
