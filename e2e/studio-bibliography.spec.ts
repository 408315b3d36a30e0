import type {Locator, Page} from '@playwright/test'
import type {SanityClient} from '@sanity/client'

import {knownWork, mixedBibliography, mixedPaste} from './mixedBibliography'
import {sampleArticle, sampleAuthor, uniqueId} from './sampleArticle'
import {field, publishOpen, showFields, signIn, STUDIO_TIMEOUT_MS} from './studioPage'
import {cite, closeTextEditor, openTextEditor} from './studioText'
import {expect, test} from './studioTest'

test.describe.configure({timeout: 900_000})

const printed = mixedBibliography.map((entry) => entry.printed)
const KNOWN = 3
const CITED = [8, 1]

test('twenty references, pasted as they come, are created, cited and printed', async ({
  page,
  content,
  publish,
  mark,
}) => {
  const [authorId, articleId, knownId] = [uniqueId('author'), crypto.randomUUID(), uniqueId('known')]
  await forgetPasted(content)
  await publish(
    sampleAuthor(authorId, `Ada ${mark}`),
    {_id: knownId, _type: 'bibliographicReference', ...knownWork},
    sampleArticle({id: articleId, authorId, title: `On ${mark}`}),
  )
  await signIn(page, `/structure/articles;all;${articleId}`)
  const dialog = page.getByRole('dialog', {name: 'Paste references into this article'})

  await test.step('each has a row with what it will be printed as', async () => {
    await showFields(page, 'References')
    await page.getByRole('button', {name: 'Paste references…'}).click({timeout: STUDIO_TIMEOUT_MS})
    await dialog.getByRole('textbox', {name: 'References, as you have them'}).fill(mixedPaste)
    await expect(dialog.getByText('20 entries: 18 new, 1 already there, 1 kept as pasted.')).toBeVisible()
    for (const [index, text] of printed.entries()) {
      const words =
        index === KNOWN
          ? 'In the libraryHollis (2011). Pilots of the northern harbours'
          : `As it will be printed${text}`
      await expect(entry(dialog, index + 1)).toContainText(words, {timeout: STUDIO_TIMEOUT_MS})
    }
    await expect(entry(dialog, 4)).toContainText('Already in the library')
    await expect(entry(dialog, 19)).toContainText('Printed as pasted')
  })

  await test.step('they are created once, and listed', async () => {
    await dialog.getByRole('button', {name: 'Create 19 references'}).dblclick()
    await expect(dialog.getByText('20 entries done.')).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
    const listed = await content.fetch<string[]>('*[_id == "drafts." + $articleId][0].furtherReading[]._ref', {
      articleId,
    })
    expect(listed).toHaveLength(20)
    expect(listed[KNOWN]).toBe(knownId)
    expect(new Set(listed).size).toBe(20)
    await expect(entry(dialog, 1).getByRole('link', {name: 'Open the reference'})).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', {name: 'Paste references…'})).toBeFocused()
  })

  await test.step('two of them are cited', async () => {
    await showFields(page, 'Write')
    const editor = await openTextEditor(page, field(page, 'body'))
    await editor.text.click()
    await editor.text.press('Control+End')
    for (const index of CITED) await cite(editor, [{title: titleOf(index)}])
    await closeTextEditor(editor)
    await publishOpen(page, content)
  })

  await test.step('the page prints all twenty', async () => {
    await page.goto(`/articles/${articleId}`)
    // The caret decides which of the two stands first in the text.
    const titles = await content.fetch<string[]>(
      'array::compact(*[_id == $articleId][0].body[].children[_type == "citation"].items[].reference->title)',
      {articleId},
    )
    expect(titles.toSorted()).toEqual(CITED.map(titleOf).toSorted())
    const cited = titles.map((title) => printed[CITED.find((index) => titleOf(index) === title) ?? -1] ?? '')
    const further = printed.filter((text) => !cited.includes(text))
    await expect(entriesOf(page)).toHaveText([...cited, ...further])
  })

  await forgetPasted(content, articleId)
})

test('a paste that was broken off by a reload is finished into the same article', async ({
  page,
  content,
  publish,
  mark,
}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  await publish(sampleAuthor(authorId, `Ada ${mark}`), sampleArticle({id: articleId, authorId, title: `On ${mark}`}))
  await signIn(page, '/bibliography')
  const text = page.getByRole('textbox', {name: 'References, as you have them'})
  const choice = page.getByRole('combobox', {name: 'Put them under Further reading of'})
  const create = page.getByRole('button', {name: 'Create 1 reference'})
  await text.fill(`Neap, N. (1901). The price of water ${mark}. Quay Press.`, {timeout: STUDIO_TIMEOUT_MS})
  await choice.selectOption({label: `On ${mark}`}, {timeout: STUDIO_TIMEOUT_MS})
  await page.route(/\/data\/mutate\//, (route) => route.abort())
  await create.click()
  await expect(page.getByText('Nothing you pasted is lost')).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  await page.unroute(/\/data\/mutate\//)

  await page.reload()
  await expect(choice.getByRole('option', {selected: true})).toHaveText(`On ${mark}`, {timeout: STUDIO_TIMEOUT_MS})
  await create.click({timeout: STUDIO_TIMEOUT_MS})

  await expect(page.getByText('1 entry done.')).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  const listed = '*[_id == "drafts." + $articleId][0].furtherReading[]->title'
  expect(await content.fetch<string[]>(listed, {articleId})).toEqual([`The price of water ${mark}`])
  await content.delete(`drafts.${articleId}`)
  await page.getByRole('button', {name: 'Start with the next'}).click()
})

function entry(within: Locator, number: number): Locator {
  return within.getByRole('listitem', {name: `Entry ${number}`, exact: true})
}

/** The entries of the page without their backlinks. */
function entriesOf(page: Page): Locator {
  return page.locator('[role=doc-bibliography]').locator('li > span:first-child')
}

/** The title, as a search finds it: between the date and the next full stop. */
function titleOf(index: number): string {
  return /\)\. (.*?)[[.]/.exec(printed[index] ?? '')?.[1]?.trim() ?? ''
}

/** Deletes what a paste of these twenty made, in this run or in one that was broken off. */
async function forgetPasted(content: SanityClient, articleId = ''): Promise<void> {
  if (articleId) await content.delete(articleId)
  const titles = mixedBibliography.map((_, index) => titleOf(index)).filter(Boolean)
  const lines = mixedBibliography.map(({pasted}) => pasted.replace(/^\[?\d+[\].] /, ''))
  const made = '*[_type == "bibliographicReference" && (title in $titles || verbatim in $lines)]._id'
  const transaction = content.transaction()
  for (const id of await content.fetch<string[]>(made, {titles, lines})) transaction.delete(id)
  await transaction.commit()
}
