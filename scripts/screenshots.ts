import {mkdirSync} from 'node:fs'
import path from 'node:path'

import {type BrowserContextOptions, chromium} from '@playwright/test'
import sharp from 'sharp'

import {findBrowser} from './testing/browser.ts'
import {startPublication} from './testing/publication.ts'

/** Takes the README's pictures of a publication as `npm start` leaves it, into `docs/screenshots`. */
const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'docs', 'screenshots')
const desktop = {viewport: {width: 1280, height: 860}}
const phone = {viewport: {width: 390, height: 844}, colorScheme: 'dark', deviceScaleFactor: 2} as const

mkdirSync(folder, {recursive: true})
const publication = await startPublication(root)
const browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu']})
try {
  await takeSite('home', '/', desktop)
  await takeSite('article', '/articles/below-the-line', desktop)
  await takeSite('article-phone', '/articles/below-the-line', phone)
  await takeStudio()
} finally {
  await browser.close()
  await publication.stop()
}

async function takeSite(name: string, address: string, options: BrowserContextOptions): Promise<void> {
  const page = await browser.newPage(options)
  await page.goto(`${publication.env.OCTAVO_URL}${address}`, {waitUntil: 'networkidle'})
  await save(name, await page.screenshot())
  await page.close()
}

async function takeStudio(): Promise<void> {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}})
  await page.goto(`${publication.env.OCTAVO_URL}/studio`)
  await page.getByText('E-mail and password').click()
  await page.getByLabel(/E-?mail/).fill(publication.env.OCTAVO_EMAIL ?? '')
  await page.getByLabel('Password').fill(publication.env.OCTAVO_PASSWORD ?? '')
  await page.getByRole('button', {name: 'Sign in'}).click()
  await page.getByRole('link', {name: 'Desk'}).waitFor()
  await page.goto(`${publication.env.OCTAVO_URL}/studio/structure/articles;all`)
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
