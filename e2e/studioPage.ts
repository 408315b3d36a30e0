import {expect, type Page} from '@playwright/test'

import {readEnvironment} from './environment'

const {OCTAVO_EMAIL, OCTAVO_PASSWORD} = readEnvironment()

/** Opens the Studio at `path` as an editor does: by its sign-in page, the first time. */
export async function signIn(page: Page, path = ''): Promise<void> {
  await page.goto(`/studio${path}`)
  await page.getByLabel('Email').fill(OCTAVO_EMAIL)
  await page.getByLabel('Password').fill(OCTAVO_PASSWORD)
  await page.getByRole('button', {name: 'Sign in'}).click()
  await expect(page.getByRole('link', {name: 'Structure'})).toBeVisible({timeout: 60_000})
}
