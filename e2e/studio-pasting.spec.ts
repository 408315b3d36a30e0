import {readFile} from 'node:fs/promises'
import path from 'node:path'

import type {Locator} from '@playwright/test'
import type {SanityClient} from '@sanity/client'

import {sampleArticle, sampleAuthor, uniqueId} from './sampleArticle'
import {field, signIn, STUDIO_TIMEOUT_MS} from './studioPage'
import {expect, test} from './studioTest'

/** A PNG of one pixel. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const CASES = path.join(import.meta.dirname, '..', 'lib', 'manuscripts', 'cases')

test('text from Word is pasted as an article’s, and undone at once', async ({page, content, publish, mark}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  await publish(sampleAuthor(authorId, `Ada ${mark}`), sampleArticle({id: articleId, authorId, title: `On ${mark}`}))
  await signIn(page, `/structure/articles;all;${articleId}`)
  const text = field(page, 'body').getByRole('textbox').first()
  await expect(text).toContainText('twice a day', {timeout: STUDIO_TIMEOUT_MS})

  await text.click()
  await page.keyboard.press('Control+End')
  await paste(text, await readFile(path.join(CASES, 'word-desktop.html'), 'utf8'))

  const heading = text.getByRole('heading', {name: 'The price of a tide'})
  await expect(heading).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  await expect(page.getByText('Pasted, with 3 things to know')).toBeVisible()
  await expect
    .poll(() => outline(content, articleId), {timeout: STUDIO_TIMEOUT_MS})
    .toEqual([
      'normal The sea comes back twice a day.',
      'h2 The price of a tide',
      'normal Every harbour keeps one book that nobody reads, and H2O is in it. See the tables. It is 10\u00a0km long. [Kept by the harbour master.Since 1790.]',
      'h3 What it costs',
      'bullet Dredging',
      'bullet in spring',
      'number Pilots',
      'blockquote The sea is never still.',
      'table',
      'normal A struck word, a kept one, and a file.',
    ])

  await text.press('Control+z')
  await expect(heading).toBeHidden({timeout: STUDIO_TIMEOUT_MS})
  await expect
    .poll(() => outline(content, articleId), {timeout: STUDIO_TIMEOUT_MS})
    .toEqual(['normal The sea comes back twice a day.'])
})

test('a pasted list of works becomes references, and the marks that point to it citations', async ({
  page,
  content,
  publish,
  mark,
}) => {
  const [authorId, articleId, bookId] = [uniqueId('author'), uniqueId('article'), uniqueId('book')]
  const book = {type: 'book', title: `Tables of the tides ${mark}`, issued: {status: 'dated', year: 1887}}
  const author = [{_key: 'a', _type: 'person', family: 'Ebb', given: 'E.'}]
  await publish(
    sampleAuthor(authorId, `Ada ${mark}`),
    {_id: bookId, _type: 'bibliographicReference', ...book, author},
    sampleArticle({id: articleId, authorId, title: `On ${mark}`}),
  )
  await signIn(page, `/structure/articles;all;${articleId}`)
  const text = field(page, 'body').getByRole('textbox').first()
  await expect(text).toContainText('twice a day', {timeout: STUDIO_TIMEOUT_MS})
  await text.click()
  await page.keyboard.press('Control+End')
  await paste(
    text,
    `<p class=MsoNormal>Tides were counted<sup>1</sup> and sold [2, p. 12], as everybody knows [1,2] and nobody [9].</p>
     <h2>References and further reading</h2>
     <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Ebb, E. (1887). <i>Tables of the tides ${mark}</i>. Harbour Press.</p>
     <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Neap, N. (1901). <i>The price of water ${mark}</i>. Quay Press.</p>
     <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span>Spring, S. (1930). <i>Slack ${mark}</i>. Mole Press.</p>`,
  )

  await page.getByRole('button', {name: 'Look at the references…'}).click({timeout: STUDIO_TIMEOUT_MS})
  const dialog = page.getByRole('dialog', {name: /^References from/})
  await expect(dialog.getByText(/^In the library already:/)).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  await expect(dialog.getByText('No work has the number in [9]')).toBeVisible()
  await expect(dialog.getByRole('checkbox')).toHaveCount(6)
  await dialog.getByRole('checkbox', {name: /as everybody knows/}).uncheck()
  await dialog.getByRole('button', {name: 'Make 3 references and 2 citations'}).click()
  await expect(dialog).toBeHidden({timeout: STUDIO_TIMEOUT_MS})

  const draft = await content.fetch<{cited: unknown[]; further: string[]}>(
    `*[_id == "drafts." + $articleId][0] {
      "cited": body[].children[_type == "citation"].items[]{locator, label, "title": *[_id in [^.reference._ref, "drafts." + ^.reference._ref]][0].title},
      "further": furtherReading[]{"title": *[_id in [^._ref, "drafts." + ^._ref]][0].title}.title
    }`,
    {articleId},
  )
  expect(draft.cited).toEqual([
    {locator: null, label: null, title: `Tables of the tides ${mark}`},
    {locator: '12', label: 'page', title: `The price of water ${mark}`},
  ])
  expect(draft.further).toEqual([`Slack ${mark}`])
  expect(await outline(content, articleId)).toEqual([
    'normal The sea comes back twice a day.Tides were counted and sold, as everybody knows [1,2] and nobody [9].',
  ])
  await expect(text.getByText('References and further reading')).toBeHidden({timeout: STUDIO_TIMEOUT_MS})
})

test('a picture within pasted text is uploaded and becomes a figure', async ({page, content, publish, mark}) => {
  const [authorId, articleId] = [uniqueId('author'), uniqueId('article')]
  await publish(sampleAuthor(authorId, `Ada ${mark}`), sampleArticle({id: articleId, authorId, title: `On ${mark}`}))
  await signIn(page, `/structure/articles;all;${articleId}`)
  const text = field(page, 'body').getByRole('textbox').first()
  await expect(text).toContainText('twice a day', {timeout: STUDIO_TIMEOUT_MS})
  await text.click()
  await page.keyboard.press('Control+End')
  await paste(
    text,
    `<p>Before.</p><figure><img width="40" height="40" alt="A dot" src="data:image/png;base64,${DOT}">
     <figcaption>A dot, enlarged; Photo: Jane Roe (https://example.org/dot)</figcaption></figure>
     <p><img alt="Far away" src="https://example.org/far.png"></p><p>After.</p>`,
  )

  await expect(page.getByText('A picture was not taken over (“Far away”)')).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
  const figure = () =>
    content.fetch<unknown>(
      `*[_id == "drafts." + $articleId][0].body[_type == "figure"]{
        alt, "type": image.asset->mimeType, "creator": credit.creator, "caption": caption[0].children[0].text
      }`,
      {articleId},
    )
  await expect
    .poll(figure, {timeout: STUDIO_TIMEOUT_MS})
    .toEqual([{alt: 'A dot', type: 'image/png', creator: 'Jane Roe', caption: 'A dot, enlarged'}])
})

/** Each member of the stored draft in a line: its kind, its text, its notes in brackets. */
function outline(content: SanityClient, articleId: string): Promise<string[]> {
  return content.fetch(
    `*[_id == "drafts." + $articleId][0].body[]{
      "line": select(
        _type == "block" => coalesce(listItem, style) + " " + array::join(children[_type == "span"].text, "") +
          select(count(children[_type == "footnote"]) > 0 => " [" + array::join(children[_type == "footnote"].text[].children[].text, "") + "]", ""),
        _type
      )
    }.line`,
    {articleId},
  )
}

/** A paste as the browser makes it; the clipboard itself would clean the HTML first. */
async function paste(target: Locator, html: string): Promise<void> {
  await target.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', 'plain')
    element.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}))
  }, html)
}
