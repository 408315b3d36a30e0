import {paragraph, sampleArticle, sampleAuthor, sampleBook, uniqueId} from './sampleArticle'
import {documentForm, showFields, signIn, STUDIO_TIMEOUT_MS, textbox} from './studioPage'
import {expect, test} from './studioTest'

test('an editor sees the entry as she writes, and makes one reference of two that two articles cite', async ({
  page,
  content,
  publish,
  mark,
}) => {
  const [authorId, firstId, secondId] = [uniqueId('author'), uniqueId('article'), uniqueId('article')]
  const [keptId, droppedId] = [uniqueId('book'), uniqueId('book')]
  const title = `Tables of the tides ${mark}`
  const work = {
    _type: 'bibliographicReference',
    type: 'book',
    author: [{_key: 'a', _type: 'person', family: `Ebb${mark.slice(4)}`, given: 'Ebba'}],
    issued: {_type: 'issuedDate', status: 'dated', year: 1887},
  }
  await publish(
    sampleAuthor(authorId, `Ada ${mark}`),
    {...work, _id: keptId, title, publisher: 'Harbour Press'},
    {...work, _id: droppedId, title: `Something else ${mark}`, isbn: '978-0-8070-5643-1'},
    sampleArticle({id: firstId, authorId, title: `First ${mark}`, body: [citing(keptId)]}),
    sampleArticle({
      id: secondId,
      authorId,
      title: `Second ${mark}`,
      body: [citing(droppedId)],
      furtherReading: [{_type: 'reference', _key: 'k', _ref: keptId}],
    }),
  )
  await signIn(page, `/structure/references;all;${droppedId}`)
  const form = documentForm(page)
  const entry = form.getByRole('region', {name: 'Entry in the reference list'})

  await test.step('the entry, live', async () => {
    await expect(entry).toContainText(`Something else ${mark}`, {timeout: STUDIO_TIMEOUT_MS})
    await expect(form.getByRole('region', {name: 'Used in'})).toContainText(`Second ${mark}`)
    await textbox(form, 'Title').fill(title)
    await expect(entry).toContainText(`(1887). ${title}.`, {timeout: STUDIO_TIMEOUT_MS})
  })

  await test.step('the merge', async () => {
    const duplicate = form.getByRole('region', {name: 'Possible duplicate'})
    await expect(duplicate).toContainText(title, {timeout: STUDIO_TIMEOUT_MS})
    await duplicate.getByRole('button', {name: 'Merge…'}).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').nth(1).check({timeout: STUDIO_TIMEOUT_MS})
    await expect(dialog.getByRole('list', {name: 'Differences'})).toContainText('Take over: 978-0-8070-5643-1')
    await dialog.getByRole('button', {name: 'Merge', exact: true}).click()
    await expect(dialog).toBeHidden({timeout: STUDIO_TIMEOUT_MS})
    await expect(form.getByRole('region', {name: 'Used in'})).toContainText('Used in 2', {timeout: STUDIO_TIMEOUT_MS})
    const cited = '*[_id in [$firstId, $secondId]].body[].children[_type == "citation"].items[].reference._ref'
    expect(await content.fetch(cited, {firstId, secondId})).toEqual([keptId, keptId])
    expect(await content.fetch('*[_id in [$droppedId, "drafts." + $droppedId]]', {droppedId})).toEqual([])
    expect(await content.fetch('*[_id == $keptId][0].isbn', {keptId})).toBe('978-0-8070-5643-1')
  })

  await test.step('the published page lists the work once', async () => {
    await expect(async () => {
      await page.goto(`/articles/${secondId}`)
      await expect(page.getByRole('listitem').filter({hasText: title})).toHaveCount(1)
    }).toPass({timeout: STUDIO_TIMEOUT_MS})
  })
})

test('an editor finds a work by name and year, and creates one from a line', async ({page, content, publish, mark}) => {
  const [authorId, articleId, bookId] = [uniqueId('author'), uniqueId('article'), uniqueId('book')]
  const family = `Ebb${mark.slice(4)}`
  await publish(
    sampleAuthor(authorId, `Ada ${mark}`),
    sampleBook({id: bookId, family, mark}),
    sampleArticle({id: articleId, authorId, title: `On ${mark}`}),
  )
  await signIn(page, `/structure/articles;all;${articleId}`)
  await showFields(page, 'References')
  const list = page.getByTestId('field-furtherReading')
  const popover = page.getByTestId('autocomplete-popover')
  const listed = () => content.fetch<string[]>('*[_id == "drafts." + $articleId][0].furtherReading[]._ref', {articleId})

  await test.step('by the keyboard', async () => {
    await list.getByRole('button', {name: 'Add item'}).click()
    await list.getByRole('combobox').fill(`1887 ${family.toLowerCase()}`)
    await expect(popover.getByText(`Tables of the tides ${mark}`)).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
    await list.getByRole('combobox').press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(listed, {timeout: STUDIO_TIMEOUT_MS}).toEqual([bookId])
  })

  await test.step('a new one', async () => {
    await list.getByRole('button', {name: 'Add item'}).click()
    await list.getByRole('combobox').fill(`Flow, F. (1999). New tides ${mark}. Harbour Press.`)
    await expect(popover.getByText(/^Create “Flow/)).toBeVisible({timeout: STUDIO_TIMEOUT_MS})
    await list.getByRole('combobox').press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', {name: 'Entry in the reference list'})).toContainText(
      `Flow, F. (1999). New tides ${mark}. Harbour Press.`,
      {timeout: STUDIO_TIMEOUT_MS},
    )
    await expect.poll(async () => (await listed()).length, {timeout: STUDIO_TIMEOUT_MS}).toBe(2)
    const [, createdId] = await listed()
    const titled = '*[_type == "bibliographicReference" && title == $title]._id'
    expect(await content.fetch(titled, {title: `New tides ${mark}`})).toEqual([`drafts.${createdId}`])
    expect(await content.getDocument(`drafts.${createdId}`)).toMatchObject({
      publisher: 'Harbour Press',
      issued: {year: 1999},
    })
  })
})

function citing(id: string) {
  const item = {_type: 'citationItem', _key: 'i', reference: {_type: 'reference', _ref: id}}
  const citation = {_type: 'citation', _key: 'c', mode: 'parenthetical', items: [item]}
  const block = paragraph('opening', 'The sea comes back twice a day')
  return {...block, children: [...block.children, citation]}
}
