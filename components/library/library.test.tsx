import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import {parseSearch} from '@/lib/library/search'
import {toWork} from '@/lib/library/work'

import {LibraryPage} from './LibraryPage'
import {SearchPage} from './SearchPage'
import {WorkFacts} from './WorkFacts'

const works = Array.from({length: 101}, (_, index) =>
  toWork(
    {
      _id: `w${index}`,
      type: 'book',
      title: `Work ${index} & <b>more</b>`,
      author: [{_type: 'person', family: index < 100 ? 'Adams' : 'Brown', given: 'Ada'}],
      issued: {status: 'dated', year: 1900},
    },
    index === 0 ? 2 : 1,
  ),
)

test('lists a hundred works a page, and leads to the letters of the others', () => {
  const html = renderToStaticMarkup(<LibraryPage page={1} works={works} />)

  expect(html.match(/class="work-link"/g)).toHaveLength(100)
  expect(html).toContain('<a href="#letter-A">A</a><a href="/references/page/2#letter-B">B</a>')
  expect(html).toContain('<a href="/references/page/2" rel="next">Next page</a>')
  expect(html).toContain('<cite>Work 0 &amp; more</cite>')
  expect(html).toContain('Cited in 2 texts')
  expect(renderToStaticMarkup(<LibraryPage page={2} works={works} />)).toContain('<h2 id="letter-B">B</h2>')
})

test('says so when nothing has been cited, and asks nobody to search', () => {
  const html = renderToStaticMarkup(<LibraryPage page={1} works={[]} />)

  expect(html).toContain('Nothing has been cited here yet.')
  expect(html).not.toContain('<form')
})

test('keeps what was asked in the form and in the links between pages', () => {
  const search = parseSearch({q: '"><img src=x>', sort: 'title'})
  const html = renderToStaticMarkup(<SearchPage search={search} works={works} />)
  expect(html).toContain('value="&quot;&gt;&lt;img src=x&gt;"')
  expect(html).not.toContain('<img')

  const second = renderToStaticMarkup(<SearchPage search={parseSearch({q: 'ada', page: '7'})} works={works} />)
  expect(second).toContain('Page 2 of 2')
  expect(second).toContain('<a href="/references/search?q=ada" rel="prev">Previous page</a>')
})

test('links a work only to addresses that are safe, and says when one is dead', () => {
  const html = renderToStaticMarkup(
    <WorkFacts
      settings={{language: 'en-GB'}}
      work={{
        _id: 'w',
        doi: 'javascript:alert(1)',
        url: 'https://example.org/',
        isbn: '1',
        archive: {url: 'https://web.archive.org/1', capturedAt: '2026-01-10', service: null},
        deadLink: {url: 'https://example.org/'},
      }}
    />,
  )

  expect(html).not.toContain('javascript')
  expect(html).not.toContain('ISBN')
  expect(html).toContain('(did not answer when it was last tried)')
  expect(html).toContain('<a href="https://web.archive.org/1" rel="external">10 January 2026</a>')
})
