import AxeBuilder from '@axe-core/playwright'
import type {Page} from '@playwright/test'
import type {SanityClient} from '@sanity/client'

import {sampleArticle, sampleAuthor, uniqueId} from './sampleArticle'
import {expect, test as base} from './test'

interface Fixtures {
  /** Address of a published article that cites two works, one of them twice, in the text, a note and a caption. */
  citing: string
  /** Sets the publication in another citation style until the test ends. */
  chooseStyle: (style: string) => Promise<void>
}

const test = base.extend<Fixtures>({
  citing: async ({publish}, use) => {
    const [author, article, polanyi, sen, weil] = ['author', 'citing', 'polanyi', 'sen', 'weil'].map(uniqueId)
    await publish(
      sampleAuthor(author ?? '', 'Ada Lovelace'),
      reference(polanyi ?? '', {family: 'Polanyi', given: 'Karl', title: 'The great transformation', year: 1944}),
      reference(sen ?? '', {family: 'Sen', given: 'Amartya', title: 'Poverty and famines', year: 1981}),
      reference(weil ?? '', {family: 'Weil', given: 'Simone', title: 'The need for roots', year: 1949}),
      sampleArticle({
        id: article ?? '',
        authorId: author ?? '',
        body: [
          text('p1', 'Markets are made ', cite('c1', {id: sen}, {id: polanyi, locator: '12'}), '.'),
          text(
            'p2',
            'As ',
            {...cite('c2', {id: polanyi}), mode: 'narrative'},
            ' says',
            note('n1', 'So do others', cite('c3', {id: sen})),
            '.',
          ),
          ...Array.from({length: 12}, (_, index) => text(`filler${index}`, FILLER)),
        ],
        furtherReading: [{_type: 'reference', _key: 'f', _ref: weil}],
      }),
    )
    await use(`/articles/${article}`)
  },

  chooseStyle: async ({content}, use) => {
    const before = await styleOf(content)
    await use(async (citationStyle) => {
      await content.patch('settings').set({citationStyle}).commit()
    })
    const patch = content.patch('settings')
    await (before === null ? patch.unset(['citationStyle']) : patch.set({citationStyle: before})).commit()
  },
})

test('leads from a citation to its entry and back by the keyboard, and each gets the focus', async ({page, citing}) => {
  await page.goto(citing)
  const citation = page.getByRole('link', {name: '2, page 12: reference'})
  const entry = page.getByRole('listitem').filter({hasText: 'The great transformation'})

  await citation.focus()
  await page.keyboard.press('Enter')
  await expect(entry).toBeFocused()

  await page.keyboard.press('Tab')
  await expect(entry.getByRole('link', {name: 'https://example.org/polanyi'})).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(entry.getByRole('link', {name: 'Back to citation 1 of 2 of reference 2'})).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(citation).toBeFocused()
  await expect(page.locator('.cite-card')).toBeHidden()
})

test('shows the entry beside a citation that is pointed at; the pointer can go there, and Escape ends it', async ({
  page,
  citing,
}) => {
  await page.goto(citing)
  const citation = page.getByRole('link', {name: '1: reference'}).first()
  const card = page.locator('.cite-card')

  await citation.hover()
  await expect(card).toContainText('Sen, A. (1981). Poverty and famines.')
  await expectApart(page)
  await expect(card.getByRole('link', {includeHidden: true})).toHaveCount(1)

  await card.hover()
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
})

test('a link in the entry shown leads where it says', async ({page, citing}) => {
  await page.route('https://example.org/**', (route) => route.fulfill({body: 'Sen', contentType: 'text/plain'}))
  await page.goto(citing)
  await page.getByRole('link', {name: '1: reference'}).first().hover()
  await page.locator('.cite-card a').click()
  await expect(page).toHaveURL('https://example.org/sen')
})

test('shows the entry of a citation that is reached by Tab, and says nothing twice', async ({page, citing}) => {
  await page.goto(citing)
  const first = page.getByRole('link', {name: '1: reference'}).first()
  const second = page.getByRole('link', {name: '2, page 12: reference'})
  const card = page.locator('.cite-card')

  await first.focus()
  await page.keyboard.press('Tab')
  await expect(second).toBeFocused()
  await expect(card).toContainText('Polanyi')
  await expect(page.getByRole('main').getByText('The great transformation')).toHaveCount(1)
  await expect(card).toHaveAttribute('aria-hidden', 'true')

  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(second).toBeFocused()
})

test('shows a note beside its mark, without the ids of the original', async ({page, citing}) => {
  await page.goto(citing)
  await page.getByRole('link', {name: 'a: note'}).hover()
  await expect(page.locator('.cite-card')).toContainText('So do others')
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({id}) => id))
  expect(ids).toEqual([...new Set(ids)])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing with an entry shown, ${colorScheme}`, async ({page, citing}) => {
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'})
    await page.goto(citing)
    await page.getByRole('link', {name: '1: reference'}).first().hover()
    await expect(page.locator('.cite-card')).toBeVisible()
    const {violations} = await new AxeBuilder({page}).options({rules: {'target-size': {enabled: true}}}).analyze()
    expect(violations).toEqual([])
  })
}

for (const [name, viewport] of [
  ['on a phone of 320 pixels', {width: 320, height: 640}],
  ['at 400 % of a small window', {width: 320, height: 256}],
] as const) {
  test(`an entry stays inside the window and beside its citation ${name}`, async ({page, citing}) => {
    await page.setViewportSize(viewport)
    await page.goto(citing)
    const citation = page.getByRole('link', {name: '2, page 12: reference'})
    for (const block of ['start', 'center', 'end'] as const) {
      await page.mouse.move(0, 0)
      await citation.evaluate((element, block) => element.scrollIntoView({block}), block)
      await citation.hover()
      await expect(page.locator('.cite-card')).toContainText('Polanyi')
      await expectApart(page)
      await page.keyboard.press('Escape')
    }
  })
}

test('the number of an entry in Arabic stays inside a window of 320 pixels', async ({page, publish}) => {
  const [author, article] = [uniqueId('author'), uniqueId('arabic')]
  const ids = Array.from({length: 10}, (_, index) => uniqueId(`work-${index}`))
  await publish(
    sampleAuthor(author, 'Ada Lovelace'),
    ...ids.map((id) => reference(id, {family: 'كاتب', given: 'أحمد', title: 'مد وجزر البحر', year: 1981})),
    sampleArticle({id: article, authorId: author, body: [text('p1', 'Tides', cite('c1', ...ids.map((id) => ({id}))))]}),
  )
  await page.setViewportSize({width: 320, height: 640})
  await page.goto(`/articles/${article}`)
  await expect(page.getByRole('listitem').filter({hasText: 'مد وجزر البحر'})).toHaveCount(10)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

test.describe('by touch', () => {
  test.use({hasTouch: true})

  test('the first tap on a citation follows it', async ({page, citing}) => {
    await page.goto(citing)
    await page.getByRole('link', {name: '1: reference'}).first().tap()
    await expect(page).toHaveURL(/#ref-1$/)
    await expect(page.locator('.cite-card')).toBeHidden()
  })
})

test.describe('without script', () => {
  test.use({javaScriptEnabled: false})

  test('a citation is a link to its entry', async ({page, citing}) => {
    await page.goto(citing)
    await page.getByRole('link', {name: '2, page 12: reference'}).click()
    await expect(page.locator(':target')).toContainText('The great transformation')
  })
})

test('prints the list without ways back, and no entry shown', async ({page, citing}) => {
  await page.goto(citing)
  await page.getByRole('link', {name: '1: reference'}).first().hover()
  await expect(page.locator('.cite-card')).toBeVisible()
  await page.emulateMedia({media: 'print'})

  await expect(page.locator('.cite-card')).toBeHidden()
  await expect(page.locator('.backlinks').first()).toBeHidden()
  const entries = page.getByRole('region', {name: 'References and further reading'})
  await expect(entries.getByRole('listitem').first()).toHaveCSS('break-inside', 'avoid')
  await expect(entries.getByText('https://example.org/sen')).toHaveCount(1)
})

test('the feed and the page have the same citations', async ({page, citing, request}) => {
  await page.goto(citing)
  const shown = await page
    .getByRole('main')
    .getByRole('link', {name: /: reference$/})
    .allTextContents()
  const feed = await (await request.get('/feed.xml')).text()
  const linked = await page.evaluate(
    ({feed, citing}) => {
      const entries = [...new DOMParser().parseFromString(feed, 'text/xml').querySelectorAll('entry')]
      const entry = entries.find((candidate) => candidate.querySelector('link')?.getAttribute('href')?.endsWith(citing))
      const content = new DOMParser().parseFromString(entry?.querySelector('content')?.textContent ?? '', 'text/html')
      return [...content.querySelectorAll(`a[href*="${citing}#ref-"]`)].map((link) => link.textContent)
    },
    {feed, citing},
  )
  expect(linked).toEqual(shown)
  expect(shown).toEqual(['1', '2', '2', '1'])
})

test('an author-date style prints names and years, and sorts the list by name', async ({page, citing, chooseStyle}) => {
  await chooseStyle('apa-author-date')
  await page.goto(citing)

  await expect(page.getByRole('paragraph').filter({hasText: 'Markets are made'})).toHaveText(
    'Markets are made (Polanyi, 1944, p. 12; Sen, 1981).',
  )
  await expect(page.getByRole('paragraph').filter({hasText: /^As /})).toHaveText('As Polanyi (1944) says1.')
  await expect(page.locator('.entries-by-name').first().getByRole('listitem')).toContainText([
    'Polanyi, K. (1944). The great transformation.',
    'Sen, A. (1981). Poverty and famines.',
  ])

  await page.getByRole('link', {name: 'Polanyi, 1944, p. 12: reference'}).hover()
  await expect(page.locator('.cite-card')).toContainText('The great transformation')
  await expectApart(page)
  const {violations} = await new AxeBuilder({page}).analyze()
  expect(violations).toEqual([])
})

const FILLER = 'The sea comes back twice a day, and nobody has ever asked it to. '.repeat(6)

/** The entry shown neither leaves the window nor covers the citation that it belongs to. */
async function expectApart(page: Page) {
  const [card, mark, window] = await page.evaluate(() => {
    const box = (element: Element | null) => {
      const {left, top, right, bottom} = element?.getBoundingClientRect() ?? new DOMRect()
      return {left, top, right, bottom}
    }
    const {clientWidth, clientHeight} = document.documentElement
    const mark = document.querySelector('[role=doc-biblioref]:hover')
    return [box(document.querySelector('.cite-card')), box(mark), {right: clientWidth, bottom: clientHeight}] as const
  })
  expect(card.left).toBeGreaterThanOrEqual(0)
  expect(card.top).toBeGreaterThanOrEqual(0)
  expect(card.right).toBeLessThanOrEqual(window.right)
  expect(card.bottom).toBeLessThanOrEqual(window.bottom)
  expect(card.top >= mark.bottom || card.bottom <= mark.top).toBe(true)
}

async function styleOf(content: SanityClient): Promise<string | null> {
  return content.fetch<string | null>('*[_id == "settings"][0].citationStyle')
}

function reference(
  _id: string,
  {family, given, title, year}: {family: string; given: string; title: string; year: number},
) {
  return {
    _id,
    _type: 'bibliographicReference',
    type: 'book',
    title,
    author: [{_type: 'person', _key: 'a', family, given}],
    issued: {_type: 'issuedDate', status: 'dated', year},
    url: `https://example.org/${family.toLowerCase()}`,
  }
}

function text(_key: string, ...children: (string | object)[]) {
  return {
    _type: 'block',
    _key,
    style: 'normal',
    markDefs: [],
    children: children.map((child, index) =>
      typeof child === 'string' ? {_type: 'span', _key: `${_key}-${index}`, text: child, marks: []} : child,
    ),
  }
}

function cite(_key: string, ...items: {id: string | undefined; locator?: string}[]) {
  return {
    _type: 'citation',
    _key,
    mode: 'parenthetical',
    items: items.map(({id, ...fields}, index) => ({
      _type: 'citationItem',
      _key: `${_key}-${index}`,
      reference: {_type: 'reference', _ref: id},
      ...fields,
    })),
  }
}

function note(_key: string, ...words: (string | object)[]) {
  return {_type: 'footnote', _key, text: [text(`${_key}-text`, ...words)]}
}
