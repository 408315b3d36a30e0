import {expect, type Locator, type Page} from '@playwright/test'
import type {SanityClient} from '@sanity/client'

import {readEnvironment} from './environment'

/** The Studio is a large program: its first screen takes long on a slow machine. */
export const STUDIO_TIMEOUT_MS = 60_000

const {OCTAVO_EMAIL, OCTAVO_PASSWORD} = readEnvironment()

/** Opens the Studio at `path` as an editor does: by its sign-in page, the first time. */
export function signIn(page: Page, path = ''): Promise<void> {
  return signInAs(page, {email: OCTAVO_EMAIL, password: OCTAVO_PASSWORD}, path)
}

/** As `signIn`, for somebody other than the administrator of the first start. */
export async function signInAs(
  page: Page,
  {email, password}: {email: string; password: string},
  path = '',
): Promise<void> {
  await page.goto(`/studio${path}`)
  await page.getByText('E-mail and password').click({timeout: STUDIO_TIMEOUT_MS})
  await page.getByLabel(/E-?mail/).fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', {name: 'Sign in'}).click()
  await expect(page.getByRole('link', {name: 'Desk'})).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
}

/** Walks down the desk, `['References', 'Book']`, to a list. */
export async function openList(page: Page, ...titles: string[]): Promise<void> {
  await page.getByRole('link', {name: 'Desk'}).click()
  for (const title of titles) await page.getByRole('link', {name: title, exact: true}).click()
}

/** Shows a group of the form's fields; one that is chosen before the document is there is forgotten again. */
export async function showFields(page: Page, group: string): Promise<void> {
  const tab = page.getByRole('tab', {name: group})
  await expect(async () => {
    await tab.click({timeout: 5_000})
    await expect(tab).toHaveAttribute('aria-selected', 'true', {timeout: 1_000})
  }).toPass({timeout: STUDIO_TIMEOUT_MS})
}

/** Presses the + of the list that is open and resolves when the empty form can be filled. */
export async function startDocument(page: Page, template: string): Promise<void> {
  await page.getByRole('link', {name: template, exact: true}).click()
  await expect(documentForm(page).getByRole('heading', {name: /^New /})).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
}

export function documentForm(page: Page): Locator {
  return page.getByTestId('document-panel-scroller')
}

/** The Studio marks its fields with test ids, and gives those that are no simple input no role or name of their own. */
export function field(within: Page | Locator, path: string): Locator {
  return within.getByTestId(`field-${path}`)
}

export function textbox(within: Page | Locator, name: string): Locator {
  return within.getByRole('textbox', {name, exact: true})
}

/** The id of the document whose form is open, as the Studio puts it into the address. */
export function openDocumentId(page: Page): string {
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(page.url())?.[0] ?? ''
}

/** Adds a member to an array of objects and resolves with the dialog that asks for its fields. */
export async function addItem(page: Page, {to, type}: {to: Locator; type?: string}): Promise<Locator> {
  await to.getByRole('button', {name: /^Add item/}).click()
  if (type) await page.getByRole('menuitem', {name: type}).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

export async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Close dialog'}).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Types into the search of a reference field and takes the document that it finds. */
export async function pick(within: Locator, {name, title}: {name: string; title: string}): Promise<void> {
  await within.getByRole('combobox', {name}).fill(title)
  await within.page().getByTestId('autocomplete-popover').getByText(title).first().click({timeout: STUDIO_TIMEOUT_MS})
}

interface Picture {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Uploads through the image field in `within` and resolves when the Studio shows what the lake stored. */
export async function upload(within: Locator, picture: Picture): Promise<void> {
  await within.locator('input[type=file]').first().setInputFiles(picture)
  await expect(within.getByRole('img', {name: 'Preview of uploaded image'})).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
}

/**
 * Publishes the open document, and resolves when the lake holds it without a draft.
 *
 * On a slow machine the Studio may answer the first press with the errors of what was typed before; then it is
 * pressed again, as an editor would. When it asks why to publish in spite of a warning, it is told.
 */
export async function publishOpen(page: Page, content: SanityClient): Promise<void> {
  const id = openDocumentId(page)
  const isPublished = () =>
    content.fetch<boolean>('defined(*[_id == $id][0]) && !defined(*[_id == "drafts." + $id][0])', {id})
  const reason = page.getByLabel('Why publish nevertheless?')
  await expect(async () => {
    if (!(await reason.isVisible())) await page.getByTestId('action-publish').click({timeout: 10_000})
    await expect.poll(async () => (await reason.isVisible()) || isPublished(), {timeout: 10_000}).toBe(true)
    if (await reason.isVisible()) {
      await reason.fill('The test says so.')
      await page.getByRole('dialog').getByRole('button', {name: 'Publish'}).click()
    }
    await expect.poll(isPublished, {timeout: 10_000}).toBe(true)
  }).toPass({timeout: STUDIO_TIMEOUT_MS})
}

export function footerButton(page: Page, name: string): Locator {
  return page.getByTestId('pane-footer').getByRole('button', {name, exact: true})
}

/** Shows the published version of the open document, where the Studio offers to take it back, and does. */
export async function unpublishOpen(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Published', exact: true}).click()
  await footerButton(page, 'Unpublish').click({timeout: STUDIO_TIMEOUT_MS})
  await confirm(page, /unpublish/i)
}

export async function discardChanges(page: Page): Promise<void> {
  await footerButton(page, 'Open document actions').click()
  await page.getByRole('menuitem', {name: 'Discard changes'}).click()
  await confirm(page, /discard/i)
}

async function confirm(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('button', {name}).click({timeout: STUDIO_TIMEOUT_MS})
}
