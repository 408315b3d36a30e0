import {STUDIO_TIMEOUT_MS} from './studioPage'
import {expect, test} from './studioTest'

const archiveOf = (url: string) => `https://web.archive.org/web/20260110120000/${url}`

test('a dead link’s title leads to its archived copy, until it lives again', async ({content, mark, page, publish}) => {
  const {article, dead, alive, deadLink} = documentsOf(mark)
  await publish(dead, alive, article)
  const list = page.getByRole('region', {name: 'References and further reading'})
  const open = async () => {
    await page.goto(`/articles/${article.slug.current}`)
    return list.getByRole('listitem')
  }
  const copy = archiveOf(dead.url)

  const entries = await open()
  await expect(entries.nth(0).getByRole('link', {name: 'archived January 10, 2026'})).toHaveAttribute('href', copy)
  await expect(entries.nth(0).getByRole('link', {name: dead.url})).toHaveAttribute('data-versionurl', copy)
  await expect(entries.nth(0).getByRole('link', {name: dead.title})).toHaveCount(0)
  const other = await entries.nth(1).innerHTML()

  await content.createOrReplace(deadLink)
  await expect(async () => {
    const title = (await open()).nth(0).getByRole('link', {name: dead.title})
    await expect(title).toHaveAttribute('href', copy, {timeout: 1_000})
    await expect(title).toHaveAttribute('data-originalurl', dead.url)
  }).toPass()
  await expect(entries.nth(0)).toContainText(`${dead.url} (no longer online; archived January 10, 2026)`)
  await expect(entries.nth(0).getByRole('link', {name: dead.url})).toHaveCount(0)
  expect(await entries.nth(1).innerHTML()).toBe(other)

  await content.delete(deadLink._id)
  await expect(async () => {
    await expect((await open()).nth(0).getByRole('link', {name: dead.title})).toHaveCount(0, {timeout: 1_000})
  }).toPass()
  await expect(entries.nth(0).getByRole('link', {name: dead.url})).toBeVisible()
})

test('an editor finds a dead link in the Studio and saves an archived copy of it', async ({
  content,
  mark,
  openStudio,
  page,
  publish,
}) => {
  test.setTimeout(4 * STUDIO_TIMEOUT_MS)
  const {article, dead: cited, alive, health} = documentsOf(mark)
  await publish(cited, alive, article, health)
  await openStudio('/links')
  const dead = page.getByRole('region', {name: 'Dead'})
  const row = dead.getByRole('listitem', {name: new RegExp(alive.title)})
  await expect(row).toContainText('Answers 404: it is not there.', {timeout: STUDIO_TIMEOUT_MS})
  await expect(row).toContainText('Used in 1 article.')
  await expect(row.getByRole('link', {name: 'Look for a copy at web.archive.org'})).toHaveAttribute(
    'href',
    `https://web.archive.org/web/*/${alive.url}`,
  )

  await row.getByRole('textbox', {name: /^Address of the archived copy/}).fill(archiveOf(alive.url))
  await row.getByRole('button', {name: 'Save the copy'}).click()

  await expect(row.getByRole('link', {name: 'Open the archived copy'})).toHaveAttribute('href', archiveOf(alive.url))
  const archive = {
    _type: 'archivedCopy',
    url: archiveOf(alive.url),
    capturedAt: '2026-01-10',
    service: 'Internet Archive',
  }
  expect(await content.getDocument(`drafts.${alive._id}`)).toMatchObject({archive, title: alive.title})
  expect(await content.getDocument(alive._id)).not.toHaveProperty('archive')

  await row.getByRole('button', {name: /^Check again/}).click()
  await expect(row).toContainText('Will be checked with the next run')
})

function documentsOf(mark: string) {
  const id = mark.toLowerCase()
  const reference = (name: string) => ({
    _id: `${id}-${name}`,
    _type: 'bibliographicReference',
    type: 'webpage',
    title: `${mark} ${name}`,
    issued: {status: 'nd'},
    url: `https://${name}.example.org/${id}`,
  })
  const [dead, alive] = [reference('report'), reference('survey')]
  const archive = {_type: 'archivedCopy', url: archiveOf(dead.url), capturedAt: '2026-01-10'}
  const pointer = (_ref: string) => ({_type: 'reference', _ref, _weak: true})
  return {
    dead: {...dead, archive},
    alive,
    deadLink: {_id: `dead-link-${dead._id}`, _type: 'deadLink', reference: pointer(dead._id), url: dead.url},
    health: {
      _id: `linkHealth.${alive._id}`,
      _type: 'linkHealth',
      reference: pointer(alive._id),
      url: alive.url,
      state: 'dead',
      status: 404,
      message: 'Answers 404: it is not there.',
      checkedAt: '2026-01-12T09:00:00Z',
      firstFailedAt: '2026-01-05T09:00:00Z',
      failures: 2,
    },
    article: {
      _id: `${id}-article`,
      _type: 'article',
      title: `${mark} article`,
      slug: {_type: 'slug', current: `${id}-article`},
      publishedAt: '2026-01-14T09:00:00Z',
      body: [
        {
          _key: 'b',
          _type: 'block',
          style: 'normal',
          markDefs: [],
          children: [
            {_key: 's', _type: 'span', text: 'Works that last.', marks: []},
            ...[dead, alive].map(({_id}) => ({
              _key: _id,
              _type: 'citation',
              mode: 'parenthetical',
              items: [{_key: 'i', _type: 'citationItem', reference: {_type: 'reference', _ref: _id}}],
            })),
          ],
        },
      ],
    },
  }
}
