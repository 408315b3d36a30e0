import AxeBuilder from '@axe-core/playwright'

import {readTemplates} from './templates'
import {expect, test} from './test'

test('axe finds nothing on any template, light or dark', async ({page, content}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme})
    for (const [template, address] of await readTemplates(content)) {
      await page.goto(address)
      const {violations} = await new AxeBuilder({page}).analyze()
      expect.soft(violations, `${template}, ${colorScheme}`).toEqual([])
    }
  }
})

test('nothing is wider than a phone of 320 pixels', async ({page, content}) => {
  await page.setViewportSize({width: 320, height: 640})
  for (const [template, address] of await readTemplates(content)) {
    await page.goto(address)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(overflow, template).toBe(0)
  }
})

test('asks nobody but the site itself for anything', async ({page, content, baseURL}) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  for (const [, address] of await readTemplates(content)) await page.goto(address, {waitUntil: 'networkidle'})

  expect(foreign).toEqual([])
})

test('an address that nothing has answers 404', async ({request}) => {
  for (const address of ['/articles/none', '/authors/none', '/topics/none', '/series/none', '/archive/1066', '/none']) {
    expect.soft((await request.get(address)).status(), address).toBe(404)
  }
})

test.describe('without script', () => {
  test.use({javaScriptEnabled: false})

  test('every template has its heading and its text', async ({page, content}) => {
    for (const [template, address] of await readTemplates(content)) {
      await page.goto(address)
      await expect.soft(page.getByRole('heading', {level: 1}), template).toBeVisible()
      await expect.soft(page.getByRole('main'), template).toBeVisible()
    }
  })

  test('a citation leads to its reference, and the reference back', async ({page, content}) => {
    const article = (await readTemplates(content)).find(([template]) => template === 'article')?.[1] ?? ''
    await page.goto(article)
    const citation = page.getByRole('link', {name: /^1\b.*: reference$/}).first()
    const callout = await citation.getAttribute('id')

    await citation.click()
    await expect(page).toHaveURL(/#ref/)
    await expect(page.locator(':target')).toBeVisible()

    await page
      .locator(':target')
      .getByRole('link', {name: /Back to citation/})
      .first()
      .click()
    await expect(page.locator(':target')).toHaveAttribute('id', callout ?? '')
  })
})
