import {expect, test} from 'vitest'

import {textOf} from '@/lib/manuscripts/body'
import {read} from '@/lib/manuscripts/html/manuscript.fixture'

import {withEdgeSpaces} from './edgeSpaces'

test.each([
  ['<span>words<span>&nbsp;</span></span>', 'words\u00a0', ['words ']],
  ['<b> words</b>', ' words', [' words']],
  ['<span>words</span>', 'words', ['words']],
  ['<p>A paragraph.</p>', 'A paragraph.\n', ['A paragraph.']],
  ['<p>One.</p><p>Two.</p>', ' One.\n\nTwo. ', ['One.', 'Two.']],
])('%s', (html, plain, texts) => {
  const blocks = withEdgeSpaces(read(html).body, plain)

  expect(blocks.map((block) => (block._type === 'block' ? textOf(block) : ''))).toEqual(texts)
})
