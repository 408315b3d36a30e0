import {expect, test} from 'vitest'

import type {OutboundRequest, OutboundResponse} from '@/lib/outbound/guardedFetch'
import {OutboundError} from '@/lib/outbound/outboundError'

import {lookUpDoi, lookUpPage} from './lookUp'
import {registrationHosts} from './registrationHosts'

const day = '2026-11-23'
const today = async () => day
const url = 'https://tides.example/reports/2025'

test('asks for the page while the day is still unknown', async () => {
  const {promise: asked, resolve: onAsked} = Promise.withResolvers<void>()
  const ask = async () => {
    onAsked()
    return response('<title>Tides</title>')
  }

  const found = await lookUpPage(url, {ask, today: () => asked.then(() => day)})

  expect(found.reference).toMatchObject({title: 'Tides', accessed: day})
})

test('takes what the agency says of a DOI', async () => {
  const asked: [string, OutboundRequest][] = []
  const item = {
    type: 'journal-article',
    title: 'On tides',
    'container-title': 'Journal of Seas',
    author: [{family: 'Lovelace', given: 'Ada'}, {name: 'Harbour Board'}],
    issued: {'date-parts': [[2025, 3]]},
    volume: '14',
    page: '45-67',
    DOI: '10.5555/TIDES',
  }

  const found = await lookUpDoi('10.5555/tides', surroundings(item, asked))

  expect(found.reference).toMatchObject({
    type: 'article-journal',
    title: 'On tides',
    containerTitle: 'Journal of Seas',
    author: [
      {_type: 'person', family: 'Lovelace', given: 'Ada'},
      {_type: 'organisation', literal: 'Harbour Board'},
    ],
    issued: {status: 'dated', year: 2025, month: 3},
    volume: '14',
    doi: '10.5555/tides',
  })
  expect(asked).toEqual([
    [
      'https://doi.org/10.5555/tides',
      {
        timeoutMs: 5_000,
        maxBytes: 1024 * 1024,
        accept: 'application/vnd.citationstyles.csl+json',
        allowedHosts: registrationHosts,
      },
    ],
  ])
})

test.each([
  [
    'no network',
    new OutboundError('name', {url, message: 'doi.org could not be found.'}),
    /doi.org could not be found/,
  ],
  ['an unknown DOI', response('', {status: 404}), /doi.org does not know this DOI/],
  ['an agency that is down', response('', {status: 503}), /did not describe the work/],
  ['a page instead of a record', response('<html>'), /did not describe the work/],
  ['a record without a title', response('{"type": "book"}'), /did not describe the work/],
])('keeps the DOI after %s', async (_, answer, problem) => {
  await expect(lookUpDoi('10.5555/tides', {ask: answering(answer)})).resolves.toEqual({
    reference: {type: 'document', doi: '10.5555/tides'},
    confidence: {doi: 'sure', type: 'guess'},
    problems: [expect.stringMatching(problem)],
  })
})

test('reads the tags of a scholarly page', async () => {
  const found = await lookUpPage(
    url,
    surroundings(`<html lang="en"><head><title>On tides | Seas</title>
      <meta name="citation_title" content="On tides &amp; moons">
      <meta name="citation_author" content="van der Berg, Jan">
      <meta name="citation_author" content="Ada Lovelace">
      <meta name="citation_journal_title" content="Journal of Seas">
      <meta name="citation_publication_date" content="2025/03/09">
      <meta name="citation_volume" content="14"><meta name="citation_issue" content="3">
      <meta name="citation_firstpage" content="45"><meta name="citation_lastpage" content="67">
      <meta name="citation_doi" content="https://doi.org/10.5555/tides">
      <link rel="canonical" href="/reports/on-tides"></head>`),
  )

  expect(found).toMatchObject({
    reference: {
      type: 'article-journal',
      title: 'On tides & moons',
      containerTitle: 'Journal of Seas',
      author: [
        {_type: 'person', family: 'Berg', given: 'Jan', particles: 'van der'},
        {_type: 'person', family: 'Lovelace', given: 'Ada'},
      ],
      issued: {status: 'dated', year: 2025, month: 3, day: 9},
      volume: '14',
      issue: '3',
      page: '45–67',
      doi: '10.5555/tides',
      url: 'https://tides.example/reports/on-tides',
      accessed: day,
    },
    confidence: {title: 'likely', author: 'likely', url: 'sure', accessed: 'sure'},
    problems: [],
  })
})

test('reads the linked data of a newspaper', async () => {
  const data = {
    '@graph': [
      {'@type': 'WebPage', name: 'The page'},
      {
        '@type': ['NewsArticle', 'Article'],
        headline: 'Tides rise',
        author: [
          {'@type': 'Person', name: 'Ada Lovelace'},
          {'@type': 'Organization', name: 'Sea Desk'},
        ],
        datePublished: '2026-01-14T09:00:00+01:00',
        publisher: {'@type': 'Organization', name: 'The Coast'},
      },
    ],
  }

  const found = await lookUpPage(
    url,
    surroundings(`<script type="application/ld+json">{broken</script>
      <script type="application/ld+json">${JSON.stringify(data)}</script><title>Tides rise - The Coast</title>`),
  )

  expect(found.reference).toMatchObject({
    type: 'article-newspaper',
    title: 'Tides rise',
    containerTitle: 'The Coast',
    author: [{family: 'Lovelace', given: 'Ada'}, {literal: 'Sea Desk'}],
    issued: {year: 2026, month: 1, day: 14},
  })
})

test('reads a plain page, and says that it has no date', async () => {
  const found = await lookUpPage(
    url,
    surroundings('<meta property="og:site_name" content="Harbour Museum"><title>Tide tables – Harbour Museum</title>'),
  )

  expect(found).toMatchObject({
    reference: {
      type: 'webpage',
      title: 'Tide tables',
      containerTitle: 'Harbour Museum',
      issued: {status: 'nd'},
      url,
      accessed: day,
    },
    confidence: {title: 'likely', issued: 'guess'},
    problems: ['The page does not say when it was published.'],
  })
})

test.each([
  [
    'no network',
    new OutboundError('connection', {url, message: 'tides.example could not be reached.'}),
    /not be reached/,
  ],
  ['an error', response('<title>404</title>', {status: 404}), /answered with an error \(404\)/],
  ['a file', response('%PDF', {type: 'application/pdf'}), /This is a file/],
  ['a question whether one is human', response('<title>Just a moment...</title>'), /says nothing of itself/],
  ['an empty page', response(''), /says nothing of itself/],
])('keeps the address and the day after %s', async (_, answer, problem) => {
  const found = await lookUpPage(url, {ask: answering(answer), today})

  expect(found.reference).toMatchObject({type: 'webpage', url, accessed: day, issued: {status: 'nd'}})
  expect(found.problems).toEqual([expect.stringMatching(problem)])
})

test.each(['https://evil.example/', 'javascript:alert(1)', '//evil.example/x', '/'])(
  'does not take %s for the address that a page calls its own',
  async (canonical) => {
    const found = await lookUpPage(url, surroundings(`<link rel="canonical" href="${canonical}"><title>Tides</title>`))

    expect(found.reference.url).toBe(url)
  },
)

test('reads a page in the encoding that it names', async () => {
  const bytes = Buffer.from('<meta charset="iso-8859-1"><title>Gezeitentafeln für Küstenschiffer</title>', 'latin1')

  const found = await lookUpPage(url, {ask: answering({...response(''), bytes}), today})

  expect(found.reference.title).toBe('Gezeitentafeln für Küstenschiffer')
})

test('keeps what it cannot make sense of out of the reference', async () => {
  const found = await lookUpPage(
    url,
    surroundings(`<title>Tides<script>alert(1)</script></title><meta name="author" content="https://social.example/ada">
      <meta name="date" content="some time"><script type="application/ld+json">[[[[[[{"@type":"Article"}]]]]]]</script>`),
  )

  expect(found.reference.author ?? []).toEqual([])
  expect(found.reference.issued).toEqual({status: 'nd'})
})

function surroundings(body: unknown, asked: [string, OutboundRequest][] = []) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    today,
    ask: async (address: string, options: OutboundRequest) => {
      asked.push([address, options])
      return response(text)
    },
  }
}

function answering(answer: OutboundResponse | Error) {
  return () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer))
}

function response(text: string, {status = 200, type = 'text/html'} = {}): OutboundResponse {
  const headers = new Headers({'content-type': type})
  return {status, url, headers, bytes: Buffer.from(text), redirects: []}
}
