import {expect, test} from 'vitest'

import {planReferences} from '@/lib/manuscripts/works/referencePlan'

import {read} from './manuscript.fixture'

test.each([
  ['javascript:alert(1)'],
  [' JaVaScRiPt:alert(1)'],
  ['data:text/html,<script>alert(1)</script>'],
  ['vbscript:msgbox'],
  ['//evil.example/x'],
  ['https://user:pass@evil.example'],
  ['java\nscript:alert(1)'],
])('keeps the words of a link to %j, and not the link', (href) => {
  const {body} = read(`<p>a <a href="${href.replaceAll('"', '&quot;')}">word</a></p>`)
  expect(JSON.stringify(body)).toContain('a word')
  expect(JSON.stringify(body)).not.toContain('"link"')
})

test('keeps no script, handler or style', () => {
  const {body} = read(
    '<p style="background:url(javascript:x)" onclick="x()">a<script>evil()</script><style>p{}</style><svg onload="x()"><text>drawn</text></svg><math><mi>b</mi></math><template>t</template></p><img src=x onerror="alert(1)">',
  )
  expect(body).toMatchObject([{children: [{text: 'ab'}]}, {_type: 'figure'}])
  expect(JSON.stringify(body)).not.toMatch(/evil|alert|onerror|javascript/)
})

test.each(['div', 'b', 'ul><li', 'blockquote', 'table><tr><td', 'span style="font-weight:bold"'])(
  'reads the words in 10,000 levels of <%s>',
  (tag) => {
    const {body} = read(`<p>before</p>${`<${tag}>`.repeat(10_000)}deep`)
    expect(JSON.stringify(body)).toContain('deep')
  },
)

test('keeps levels of lists within what the Studio shows', () => {
  const {body} = read(`${'<ul><li>x'.repeat(60)}`)
  const levels = body.map((member) => (member._type === 'block' ? (member.level ?? 0) : 0))
  expect(Math.max(...levels)).toBe(10)
})

test('reads a table of 20,000 cells and one that claims a billion columns', () => {
  const row = `<tr>${'<td>x</td>'.repeat(20)}</tr>`
  const {body, findings} = read(
    `<table>${row.repeat(1000)}</table><table><tr><td colspan="1000000000" rowspan="99999999">a<td>b<tr><td>c</table>`,
  )
  expect(body[0]).toMatchObject({_type: 'table', rows: {length: 1000}})
  expect(findings[0]?.message).toContain('1000 rows')
  expect(JSON.stringify(body[1]).length).toBeLessThan(5_000)
})

test('takes ids such as __proto__ for what they are', () => {
  const {body} = read(
    '<p id="__proto__">a<sup><a href="#__proto__" id="constructor">1</a></sup><a href="#toString">2</a></p><p id="hasOwnProperty" class="__proto__">b</p>',
  )
  expect(body).toHaveLength(2)
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test.each(['Polanyi Smith Of The ', 'Polanyi, ', 'Smith and ', '(Polanyi, 1944; ', '[1', '('])(
  'looks for marks in 100,000 characters of %j',
  (words) => {
    const {body} = read(
      `<p>${words.repeat(100_000 / words.length)}(1944)</p><h2>References</h2><p>Polanyi, K. (1944). The great transformation.</p>`,
    )
    expect(planReferences(body)?.section.entries).toHaveLength(1)
  },
)
