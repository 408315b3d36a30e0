import {expect, test} from 'vitest'

import {isSameWork, workKeys, type WorkRecord} from './sameWork'

const person = (family: string) => ({_type: 'person', family})
const organisation = (literal: string) => ({_type: 'organisation', literal})
const dated = (year: number) => ({status: 'dated', year})

const polanyi: WorkRecord = {
  type: 'book',
  title: 'The great transformation',
  author: [person('Polanyi')],
  issued: dated(1944),
}

const same: [string, WorkRecord, WorkRecord][] = [
  ['one DOI in two cases', {doi: '10.5555/AbC'}, {doi: '10.5555/aBc'}],
  ['a bare DOI and its resolver', {doi: '10.5555/abc'}, {doi: 'https://doi.org/10.5555/abc'}],
  ['the old resolver, http', {doi: '10.5555/abc'}, {doi: 'http://dx.doi.org/10.5555/abc'}],
  ['the resolver with www', {doi: '10.5555/abc'}, {doi: 'https://www.doi.org/10.5555/abc'}],
  ['“doi:” before it', {doi: '10.5555/abc'}, {doi: 'doi:10.5555/abc'}],
  ['“DOI” and a space before it', {doi: '10.5555/abc'}, {doi: 'DOI 10.5555/ABC'}],
  ['a full stop after it', {doi: '10.5555/abc'}, {doi: '10.5555/abc.'}],
  ['a resolver as the address', {doi: '10.5555/abc'}, {url: 'https://doi.org/10.5555/ABC'}],
  ['a resolver with escapes', {doi: '10.1002/a<1::b>3'}, {url: 'https://doi.org/10.1002/a%3C1::b%3E3'}],
  ['a resolver’s slash escaped', {doi: '10.5555/abc'}, {url: 'https://doi.org/10.5555%2Fabc'}],
  ['one DOI, whatever the titles', {doi: '10.5555/a', title: 'On tides'}, {doi: '10.5555/a', title: 'Tides'}],

  ['http and https', {url: 'http://example.org/a'}, {url: 'https://example.org/a'}],
  ['www.', {url: 'https://www.example.org/a'}, {url: 'https://example.org/a'}],
  ['a trailing slash', {url: 'https://example.org/a/'}, {url: 'https://example.org/a'}],
  ['an upper-case host', {url: 'https://EXAMPLE.org/a'}, {url: 'https://example.org/a'}],
  ['the default port', {url: 'https://example.org:443/a'}, {url: 'http://example.org:80/a'}],
  ['a fragment', {url: 'https://example.org/a#part'}, {url: 'https://example.org/a'}],
  ['tracking', {url: 'https://example.org/a?utm_source=x&fbclid=1'}, {url: 'https://example.org/a'}],
  ['the order of parameters', {url: 'https://example.org/a?b=2&a=1'}, {url: 'https://example.org/a?a=1&b=2'}],
  ['an index page', {url: 'https://example.org/a/index.html'}, {url: 'https://example.org/a'}],
  ['doubled slashes', {url: 'https://example.org//a//b'}, {url: 'https://example.org/a/b'}],
  ['escapes', {url: 'https://example.org/%c3%96sterreich'}, {url: 'https://example.org/Österreich'}],
  ['needless escapes', {url: 'https://example.org/%7Eada/a(b)'}, {url: 'https://example.org/~ada/a%28b%29'}],
  ['blanks around', {url: ' https://example.org/a '}, {url: 'https://example.org/a'}],
  [
    'an archived copy',
    {url: 'https://web.archive.org/web/20260110120000/https://example.org/a'},
    {url: 'https://example.org/a'},
  ],
  ['a mobile wiki', {url: 'https://en.m.wikipedia.org/wiki/Tea'}, {url: 'https://en.wikipedia.org/wiki/Tea'}],
  [
    'a wiki’s permanent link and its page',
    {url: 'https://en.wikipedia.org/w/index.php?title=Tea_party&oldid=12'},
    {url: 'https://en.wikipedia.org/wiki/Tea%20party'},
  ],
  [
    'an address, whatever the years',
    {url: 'https://example.org/a', issued: dated(2020)},
    {url: 'https://example.org/a', issued: dated(2021)},
  ],
  ['a DOI on one side', {url: 'https://example.org/a', doi: '10.5555/a'}, {url: 'https://example.org/a'}],
  ['a home page without a title', {url: 'https://example.org/'}, {url: 'https://example.org', title: 'Example'}],

  ['case', polanyi, {...polanyi, title: 'The Great Transformation'}],
  ['punctuation', polanyi, {...polanyi, title: '“The great transformation.”'}],
  ['a leading article', polanyi, {...polanyi, title: 'Great transformation'}],
  ['emphasis', polanyi, {...polanyi, title: 'The <i>great</i> transformation'}],
  ['blanks', polanyi, {...polanyi, title: ' The  great transformation '}],
  ['a subtitle on one side', polanyi, {...polanyi, title: 'The great transformation: The origins of our time'}],
  ['a subtitle after a dash', polanyi, {...polanyi, title: 'The great transformation – The origins of our time'}],
  ['a DOI on one side, title and year', polanyi, {...polanyi, doi: '10.5555/a'}],
  ['an editor for an author', polanyi, {...polanyi, author: [], editor: [person('Polanyi')]}],
  ['an author on one side', polanyi, {...polanyi, author: null}],
  ['an author’s whole name as an organisation', polanyi, {...polanyi, author: [organisation('Karl Polanyi')]}],
  [
    'particles',
    {...polanyi, author: [person('van der Berg')]},
    {...polanyi, author: [{_type: 'person', family: 'Berg', particles: 'van der'}]},
  ],
  ['diacritics', {title: 'Über Gezeiten und Häfen'}, {title: 'Uber Gezeiten und Hafen'}],
  ['composed and decomposed letters', {title: 'Café au lait'}, {title: 'Cafe\u0301 au lait'}],
  ['letters that do not decompose', {title: 'Straße nach Łódź'}, {title: 'Strasse nach Lodz'}],
  ['apostrophes', {title: 'Kant’s idea of peace'}, {title: "Kant's idea of peace"}],
  ['an ampersand', {title: 'War & peace today'}, {title: 'War and peace today'}],
  ['no Latin letters', {title: '戦争と平和', issued: dated(1869)}, {title: '「戦争と平和」', issued: dated(1869)}],
  ['no date on either side', {title: 'World malaria report'}, {title: 'World malaria report', issued: {status: 'nd'}}],
  [
    'an organisation and its initials',
    {title: 'World malaria report', author: [organisation('World Health Organization')]},
    {title: 'World malaria report', author: [organisation('WHO')]},
  ],
  [
    'an encyclopedia by more of its name',
    {type: 'entry-encyclopedia', title: 'Tea', containerTitle: 'Wikipedia'},
    {type: 'entry-encyclopedia', title: 'Tea', containerTitle: 'Wikipedia, the free encyclopedia'},
  ],
  ['the pasted line', {verbatim: 'Polanyi K., GT, 1944'}, {verbatim: 'Polanyi K., GT,  1944 '}],
  [
    'the pasted line of one taken apart',
    {...polanyi, verbatim: 'Polanyi K., GT, 1944'},
    {verbatim: 'Polanyi K., GT, 1944'},
  ],
]

const different: [string, WorkRecord, WorkRecord][] = [
  ['differing DOIs', {...polanyi, doi: '10.5555/a'}, {...polanyi, doi: '10.5555/b'}],
  [
    'differing DOIs at one address',
    {doi: '10.5555/a', url: 'https://x.org/a'},
    {doi: '10.5555/b', url: 'https://x.org/a'},
  ],
  ['nothing', {}, {}],
  ['blank fields', {title: ' ', url: '', doi: ''}, {title: ' ', url: '', doi: ''}],
  ['no web address', {url: 'javascript:alert(1)'}, {url: 'javascript:alert(1)'}],
  ['another path', {url: 'https://example.org/a'}, {url: 'https://example.org/A'}],
  ['another parameter', {url: 'https://example.org/?id=1'}, {url: 'https://example.org/?id=2'}],
  ['another port', {url: 'https://example.org:8443/a'}, {url: 'https://example.org/a'}],
  [
    'another language of a wiki',
    {url: 'https://de.wikipedia.org/wiki/Tee'},
    {url: 'https://en.wikipedia.org/wiki/Tee'},
  ],
  ['a route of a script', {url: 'https://example.org/#/a'}, {url: 'https://example.org/#/b'}],
  [
    'two revisions of a wiki’s page',
    {url: 'https://en.wikipedia.org/w/index.php?title=Tea&oldid=12'},
    {url: 'https://en.wikipedia.org/w/index.php?title=Tea&oldid=13'},
  ],
  [
    'two pages by the address of their site',
    {url: 'https://example.org/', title: 'On tides'},
    {url: 'https://example.org/', title: 'On tea'},
  ],
  [
    'two chapters at the address of their book',
    {type: 'chapter', url: 'https://example.org/book.pdf', title: 'On tides'},
    {type: 'chapter', url: 'https://example.org/book.pdf', title: 'On tea'},
  ],
  ['another year', polanyi, {...polanyi, issued: dated(1957)}],
  ['a year on one side', polanyi, {...polanyi, issued: null}],
  ['no date and in press', {...polanyi, issued: {status: 'inPress'}}, {...polanyi, issued: {status: 'nd'}}],
  ['another author', polanyi, {...polanyi, author: [person('Block')]}],
  ['another volume', {...polanyi, volume: '1'}, {...polanyi, volume: '2'}],
  ['two subtitles', {...polanyi, title: 'Capital: Profit'}, {...polanyi, title: 'Capital: Circulation'}],
  ['a subtitle and nobody’s name', {title: 'Tides: A history'}, {title: 'Tides'}],
  ['a title of marks alone', {title: '???', issued: dated(1944)}, {title: '!!!', issued: dated(1944)}],
  [
    'two organisations that share a word',
    {title: 'World report on trade', author: [organisation('World Bank')]},
    {title: 'World report on trade', author: [organisation('World Health Organization')]},
  ],
  [
    'entries of two encyclopedias',
    {type: 'entry-encyclopedia', title: 'Tea', containerTitle: 'Wikipedia'},
    {type: 'entry-encyclopedia', title: 'Tea', containerTitle: 'Britannica'},
  ],
  [
    'introductions to two books',
    {...polanyi, type: 'chapter', title: 'Introduction', containerTitle: 'On tides'},
    {...polanyi, type: 'chapter', title: 'Introduction', containerTitle: 'On tea'},
  ],
  [
    'two works made from one line',
    {...polanyi, verbatim: 'Polanyi, two works'},
    {...polanyi, title: 'Another work of his', verbatim: 'Polanyi, two works'},
  ],
]

test.each(same)('takes for one work: %s', (_name, a, b) => {
  expect(isSameWork(a, b)).toBe(true)
  expect(isSameWork(b, a)).toBe(true)
  expect(workKeys(a).some((key) => workKeys(b).includes(key))).toBe(true)
})

test.each(different)('keeps apart: %s', (_name, a, b) => {
  expect(isSameWork(a, b)).toBe(false)
  expect(isSameWork(b, a)).toBe(false)
})

test('names the keys in one form', () => {
  expect(
    workKeys({
      ...polanyi,
      title: 'The Great Transformation: The origins of our time',
      doi: 'https://doi.org/10.5555/ABC',
      url: 'https://www.Example.org/a/?utm_medium=x#top',
      verbatim: 'Polanyi, K. (1944).',
    }),
  ).toEqual([
    'doi:10.5555/abc',
    'url:example.org/a',
    'title:great transformation the origins of our time 1944',
    'title:great transformation 1944',
    'line:polanyi k 1944',
  ])
  expect(workKeys({})).toEqual([])
})
