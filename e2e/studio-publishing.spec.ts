import type {Page} from '@playwright/test'
import type {SanityClient} from '@sanity/client'

import {samplePicture} from './samplePicture'
import * as studio from './studioPage'
import {closeTextEditor, cite, linkLastWord, openTextEditor, writeHeading} from './studioText'
import {expect, test} from './studioTest'

test.describe.configure({timeout: 900_000})

test('an editor signs in, writes, publishes, corrects and takes back; readers see each step', async ({
  page,
  browser,
  content,
  openStudio,
  mark,
}) => {
  const author = {name: `Ada ${mark}`, bio: 'Keeps a lighthouse.', newBio: 'Kept a lighthouse for thirty years.'}
  const works = {book: `The pull of ${mark}`, webPage: `Tables for ${mark}`, report: `Report on ${mark}`}
  const article = {title: `On ${mark}`, dek: 'Why the sea comes back.'}
  const portrait = await samplePicture(`${mark} portrait`, '#c45b3c')
  const drawing = await samplePicture(`${mark} drawing`, '#2f5d7c')
  const reader = await (await browser.newContext()).newPage()
  const scriptless = await (await browser.newContext({javaScriptEnabled: false})).newPage()

  await test.step('sign in', () => openStudio())

  await test.step('an author with a portrait', async () => {
    await studio.openList(page, 'Authors')
    await studio.startDocument(page, 'Author')
    const form = studio.documentForm(page)
    await studio.textbox(form, 'Name').fill(author.name)
    await form.getByRole('button', {name: 'Generate'}).click()
    await studio.upload(form, portrait)
    await studio.textbox(form, 'Description').fill('Ada at the rail of her lighthouse')
    await studio.field(form, 'bio').getByRole('textbox').click()
    await page.keyboard.type(author.bio)
    await expect.poll(() => draftOf(page, content)).toMatchObject({bio: author.bio})
    await studio.publishOpen(page, content)
  })
  const authorPath = `/authors/ada-${mark.toLowerCase()}`

  await test.step('three references', async () => {
    await startReference(page, {type: 'Book', title: works.book})
    const person = await studio.addItem(page, {to: studio.field(page, 'author'), type: 'Person'})
    await studio.textbox(person, 'Family name').fill('Darwin')
    await studio.textbox(person, 'Given names').fill('George Howard')
    await studio.closeDialog(page)
    await page.getByRole('spinbutton', {name: 'Year'}).first().fill('1898')
    await studio.textbox(page, 'Publisher').fill('John Murray')
    await studio.publishOpen(page, content)

    await startReference(page, {type: 'Web page', title: works.webPage})
    await addOrganisation(page, 'Proudman Laboratory')
    await page.getByText('No date (n.d.)').click()
    await studio.textbox(page, 'Address').fill('https://example.org/tables')
    await studio.publishOpen(page, content)

    await startReference(page, {type: 'Report', title: works.report})
    await addOrganisation(page, 'International Hydrographic Bureau')
    await page.getByRole('spinbutton', {name: 'Year'}).first().fill('1930')
    await studio.publishOpen(page, content)
  })

  await test.step('an article with all of them', async () => {
    await studio.openList(page, 'Articles', 'All articles')
    await studio.startDocument(page, 'Article')
    const form = studio.documentForm(page)
    await studio.textbox(form, 'Title').fill(article.title)
    await form.getByRole('button', {name: 'Generate'}).click()
    await studio.textbox(form, 'Dek').fill(article.dek)
    const contribution = await studio.addItem(page, {to: studio.field(form, 'authors')})
    await studio.pick(contribution, {name: 'Person', title: author.name})
    await studio.closeDialog(page)

    const editor = await openTextEditor(page, studio.field(page, 'body'))
    await writeHeading(editor, 'Twice a day')
    await page.keyboard.press('Enter')
    await page.keyboard.type('The sea comes back.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- Spring tides')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Neap tides')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('It is drawn by the moon')
    await linkLastWord(editor, 'https://example.org/moon')
    await cite(editor, [{title: works.book, page: '12'}])
    await cite(editor, [{title: works.webPage}, {title: works.report}])
    await editor.root.getByRole('button', {name: 'Insert Figure (block)'}).click()
    const figure = page.getByRole('dialog')
    await studio.upload(figure, drawing)
    await studio.textbox(figure, 'Description for people who cannot see it').fill('High water and low water')
    await figure
      .getByTestId(/^field-body.*caption$/)
      .getByRole('textbox')
      .click()
    await page.keyboard.type('Two tides, drawn.')
    await figure.getByRole('button', {name: 'Credit'}).click()
    await studio.textbox(figure, 'Made by').fill('Dorothea Ebb')
    await studio.textbox(figure, 'Source').fill('Tide Archive')
    await studio.textbox(figure, 'Address of the source').fill('https://example.org/archive')
    await studio.closeDialog(page)
    await closeTextEditor(editor)
    await expect.poll(() => draftOf(page, content)).toMatchObject({works: 3, caption: 'Two tides, drawn.'})
    await studio.publishOpen(page, content)
  })
  const articlePath = `/articles/on-${mark.toLowerCase()}`

  for (const [name, visitor] of Object.entries({'a reader': reader, 'a reader without script': scriptless})) {
    await test.step(`${name} sees the article`, async () => {
      await expect.poll(async () => (await visitor.goto(articlePath))?.status()).toBe(200)
      await expect(visitor.getByRole('heading', {level: 1, name: article.title})).toBeVisible()
      const body = visitor.getByRole('article')
      await expect(body.getByText(article.dek)).toBeVisible()
      await expect(body.getByRole('heading', {level: 2, name: 'Twice a day'})).toBeVisible()
      await expect(body.getByText('The sea comes back.', {exact: true})).toBeVisible()
      await expect(body.getByRole('listitem').filter({hasText: 'Neap tides'})).toBeVisible()
      await expect(body.getByRole('link', {name: 'moon'})).toHaveAttribute('href', 'https://example.org/moon')
      await expect(body.getByRole('img', {name: 'High water and low water'})).toBeVisible()
      await expect(body.getByRole('figure')).toContainText('Two tides, drawn.')
      await expect(body.getByRole('figure')).toContainText('Dorothea Ebb')
      await expect(body.getByRole('link', {name: 'Tide Archive'})).toHaveAttribute(
        'href',
        'https://example.org/archive',
      )

      await expect(body.getByRole('link', {name: author.name}).first()).toHaveAttribute('href', authorPath)
      await expect(body.getByRole('img', {name: 'Ada at the rail of her lighthouse'})).toBeVisible()
      await expect(body.getByText(author.bio)).toBeVisible()

      const entries = visitor.locator('[role=doc-bibliography]').getByRole('listitem')
      await expect(entries).toContainText([
        new RegExp(`Darwin.*1898.*${works.book}`),
        new RegExp(`Proudman Laboratory.*n\\.d\\..*${works.webPage}`),
        new RegExp(`International Hydrographic Bureau.*1930.*${works.report}`),
      ])
      await body.getByRole('link', {name: '1, page 12: reference'}).click()
      await expect(visitor.locator(':target')).toContainText(works.book)
      await visitor
        .locator(':target')
        .getByRole('link', {name: /^Back to citation/})
        .click()
      await expect(visitor.locator(':target')).toHaveAccessibleName('1, page 12: reference')
    })
  }

  await test.step('a new bio is on the author’s page and on the article', async () => {
    await studio.openList(page, 'Authors')
    await page.getByRole('link', {name: author.name}).click()
    const bio = studio.field(page, 'bio').getByRole('textbox')
    await bio.getByText(author.bio).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(author.newBio)
    await expect.poll(() => draftOf(page, content)).toMatchObject({bio: author.newBio})
    await studio.publishOpen(page, content)

    for (const path of [authorPath, articlePath]) {
      await expect.poll(() => textAt(reader, path)).toContain(author.newBio)
      expect(await textAt(reader, path)).not.toContain(author.bio)
    }
  })

  const lists = ['/', '/archive', authorPath]
  await test.step('the article is in every list', async () => {
    for (const path of lists) await expect.poll(() => textAt(reader, path)).toContain(article.title)
  })

  await test.step('an unpublished article is gone, and out of every list', async () => {
    await studio.openList(page, 'Articles', 'All articles')
    await page.getByRole('link', {name: article.title}).click()
    await studio.unpublishOpen(page)

    await expect.poll(async () => (await reader.goto(articlePath))?.status()).toBe(404)
    for (const path of lists) await expect.poll(() => textAt(reader, path)).not.toContain(article.title)
  })
})

async function startReference(page: Page, {type, title}: {type: string; title: string}): Promise<void> {
  await studio.openList(page, 'References', type)
  await studio.startDocument(page, 'Reference of this type')
  await studio.textbox(page, 'Title').fill(title)
}

async function addOrganisation(page: Page, name: string): Promise<void> {
  const organisation = await studio.addItem(page, {to: studio.field(page, 'author'), type: 'Organisation'})
  await studio.textbox(organisation, 'Name').fill(name)
  await studio.closeDialog(page)
}

/**
 * What the lake holds of the draft in the form: its texts, and how much it cites.
 *
 * The Studio holds back what is typed into a text for a moment, and publishes without it.
 */
function draftOf(page: Page, content: SanityClient): Promise<unknown> {
  return content.fetch(
    `*[_id == $id][0]{
      "bio": pt::text(bio),
      "caption": pt::text(body[_type == "figure"][0].caption),
      "works": count((body[].children[_type == "citation"].items[].reference._ref)[defined(@)])
    }`,
    {id: `drafts.${studio.openDocumentId(page)}`},
  )
}

async function textAt(reader: Page, path: string): Promise<string> {
  await reader.goto(path)
  return (await reader.getByRole('main').textContent()) ?? ''
}
