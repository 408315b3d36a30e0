import {expect, test} from 'vitest'

import {toBibtex} from './exports/bibtex'
import {plainText, richText} from './richText'

test('reads tags that are closed in order, and leaves the others as they were typed', () => {
  expect(richText('On <i>Salmo <sub>2</sub></i> and <b>x</i> 1 < 2')).toEqual([
    'On ',
    {tag: 'i', children: ['Salmo ', {tag: 'sub', children: ['2']}]},
    ' and ',
    '<b>',
    'x',
    '</i>',
    ' 1 < 2',
  ])
})

test.each([
  ['nested by the thousand', `${'<i>'.repeat(5_000)}salt${'</i>'.repeat(5_000)}`, 'salt'],
  ['closed and never opened', '</b>'.repeat(50_000), '</b>'.repeat(50_000)],
  ['nested around words', `${'<i>a'.repeat(5_000)}${'b</i>'.repeat(5_000)}`, 'a'.repeat(5_000) + 'b'.repeat(5_000)],
  ['opened and never closed', '<b>'.repeat(50_000), '<b>'.repeat(50_000)],
])('keeps every word of a title whose tags are %s, in time that grows with the title', (_, title, words) => {
  expect(plainText(title)).toBe(words)
  expect(depthOf(richText(title))).toBeLessThanOrEqual(20)
  expect(toBibtex([{_id: 'a', type: 'book', title}])).toContain(words.slice(0, 3))
})

function depthOf(nodes: ReturnType<typeof richText>): number {
  return Math.max(0, ...nodes.map((node) => (typeof node === 'string' ? 0 : 1 + depthOf(node.children))))
}
