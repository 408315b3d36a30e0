import {expect, test} from 'vitest'

import {textOf} from '@/lib/manuscripts/body'
import {readCredit} from './credit'
import {read} from './manuscript.fixture'

test.each([
  [
    'A queue in Vienna; Library of Congress (https://www.loc.gov/1/)',
    'A queue in Vienna',
    {outlet: 'Library of Congress', url: 'https://www.loc.gov/1/'},
  ],
  [
    'A film; Wikipedia (https://en.wikipedia.org/wiki/Queue_(film))',
    'A film',
    {outlet: 'Wikipedia', url: 'https://en.wikipedia.org/wiki/Queue_(film)'},
  ],
  [
    'A queue; <a href="https://www.loc.gov/1/">Library of Congress</a>',
    'A queue',
    {outlet: 'Library of Congress', url: 'https://www.loc.gov/1/'},
  ],
  [
    'Photo: Dorothea Lange; Library of Congress (https://www.loc.gov/1/)',
    null,
    {creator: 'Dorothea Lange', outlet: 'Library of Congress', url: 'https://www.loc.gov/1/'},
  ],
  [
    'A queue in <i>Vienna</i>. Photo: Dorothea Lange; Library of Congress (www.loc.gov/1/)',
    'A queue in Vienna.',
    {creator: 'Dorothea Lange', outlet: 'Library of Congress', url: 'https://www.loc.gov/1/'},
  ],
  ['A queue (Photo: Dorothea Lange)', 'A queue', {creator: 'Dorothea Lange'}],
  [
    'A queue. Source: Statistics Austria (https://www.statistik.at)',
    'A queue.',
    {outlet: 'Statistics Austria', url: 'https://www.statistik.at'},
  ],
  ['Image: Ada via Wikimedia Commons', null, {creator: 'Ada', outlet: 'Wikimedia Commons'}],
  ['A queue; Outlet (javascript:alert(1))', 'A queue; Outlet (javascript:alert(1))', null],
  ['Two clauses; nothing else', 'Two clauses; nothing else', null],
])('reads %s', (html, caption, credit) => {
  const [block] = read(`<p>${html}</p>`).body
  if (block?._type !== 'block') throw new Error('no paragraph')
  const found = readCredit(block)
  expect({caption: found.caption && textOf(found.caption), credit: found.credit}).toEqual({caption, credit})
})
