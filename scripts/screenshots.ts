import {mkdirSync} from 'node:fs'
import path from 'node:path'

import {chromium, type Page} from '@playwright/test'
import sharp from 'sharp'

import {plainly} from './operator/plainly.ts'
import {findBrowser} from './testing/browser.ts'
import {startPublication} from './testing/publication.ts'

/** Takes the README's pictures of a publication as `npm start` leaves it, into `docs/screenshots`. */
const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'docs', 'screenshots')
const desktop = {viewport: {width: 1280, height: 860}}
const phone = {viewport: {width: 390, height: 844}, colorScheme: 'dark', deviceScaleFactor: 2} as const

await plainly(async () => {
  const executablePath = findBrowser()
  const {env, stop} = await startPublication(root)
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']})
  try {
    mkdirSync(folder, {recursive: true})
    const site = env.OCTAVO_URL
    await takePage(await browser.newPage(desktop), {name: 'home', address: `${site}/`})
    await takePage(await browser.newPage(desktop), {name: 'article', address: `${site}/articles/below-the-line`})
    await takePage(await browser.newPage(phone), {name: 'article-phone', address: `${site}/articles/below-the-line`})
    await takeStudio(await browser.newPage({viewport: {width: 1440, height: 900}}), env)
  } finally {
    await browser.close()
    await stop()
  }
})

async function takePage(page: Page, {name, address}: {name: string; address: string}): Promise<void> {
  await page.goto(address, {waitUntil: 'networkidle'})
  await save(name, await page.screenshot())
  await page.close()
}

async function takeStudio(page: Page, env: Record<string, string>): Promise<void> {
  await page.goto(`${env.OCTAVO_URL}/studio`)
  await page.getByText('E-mail and password').click()
  await page.getByLabel(/E-?mail/).fill(env.OCTAVO_EMAIL ?? '')
  await page.getByLabel('Password').fill(env.OCTAVO_PASSWORD ?? '')
  await page.getByRole('button', {name: 'Sign in'}).click()
  await page.getByRole('link', {name: 'Desk'}).waitFor()
  await page.goto(`${env.OCTAVO_URL}/studio/structure/articles;all`)
  await page
    .getByRole('link', {name: /Below the line/})
    .first()
    .click()
  await page.getByTestId('field-title').waitFor()
  await page.waitForLoadState('networkidle')
  await save('studio', await page.screenshot())
  await page.close()
}

async function save(name: string, picture: Buffer): Promise<void> {
  await sharp(picture)
    .png({palette: true, quality: 85, effort: 8})
    .toFile(path.join(folder, `${name}.png`))
}
