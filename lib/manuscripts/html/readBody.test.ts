import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

import {expect, test} from 'vitest'

import type {BodyMember} from '@/lib/manuscripts/body'
import {textOf} from '@/lib/manuscripts/body'
import {read} from './manuscript.fixture'

const CASES = path.join(import.meta.dirname, '..', 'cases')
const pages = readdirSync(CASES).filter((file) => file.endsWith('.html'))

test.each(pages)('reads %s as its case says', (file) => {
  const {body, pictures, findings} = read(readFileSync(path.join(CASES, file), 'utf8'))
  const expected: unknown = JSON.parse(readFileSync(path.join(CASES, file.replace('.html', '.json')), 'utf8'))
  expect(JSON.parse(JSON.stringify({body, pictures: [...pictures], findings}))).toEqual(expected)
})

test.each([
  ['nothing', '', []],
  ['only spaces', '<p>&nbsp;</p><p> </p><p><br></p><div></div>', []],
  ['text without a paragraph', 'loose <b>words</b>', ['loose words']],
  ['a paragraph in emphasis', '<b><p>one</p><p>two</p></b>', ['one', 'two']],
  ['text around a block', '<div>before<p>inside</p>after</div>', ['before', 'inside', 'after']],
  ['lines and paragraphs of one paragraph', '<p>a<br>b<br><br>c</p>', ['a\nb', 'c']],
  ['spaces across elements', '<p> a <b> b </b> <i>c</i> </p>', ['a b c']],
  ['a no-break space that binds nothing', '<p>a&nbsp;b&nbsp;&nbsp; c&nbsp;</p>', ['a b c']],
  [
    'no-break spaces that bind',
    '<p>10&nbsp;km, «&nbsp;mot&nbsp;», <b>5</b>&nbsp;%</p>',
    ['10\u00a0km, «\u00a0mot\u00a0», 5\u00a0%'],
  ],
])('%s', (_name, html, texts) => {
  expect(textsOf(read(html).body)).toEqual(texts)
})

test('keeps headings that Word numbers, and says that their numbers went', () => {
  const number = (text: string) => `<span style="mso-list:Ignore">${text}<span>&nbsp;</span></span>`
  const {body, findings} = read(
    `<h1 style="mso-list:l0 level1 lfo1">${number('1')}Salt</h1><p>Words.</p><h2 style="mso-list:l0 level2 lfo1">${number('1.1')}Pepper</h2>`,
  )
  expect(body.map((member) => member._type === 'block' && [member.style, member.listItem, textOf(member)])).toEqual([
    ['h2', undefined, 'Salt'],
    ['normal', undefined, 'Words.'],
    ['h3', undefined, 'Pepper'],
  ])
  expect(findings.map(({message}) => message)).toEqual([
    'The numbers of headings were left out: Word counts them, the text does not.',
  ])
})

test('sets quotation marks where a page sets them by itself', () => {
  expect(textsOf(read('<p>She said <q>salt, <q>sal</q>, is <b>dear</b></q>.</p>').body)).toEqual([
    'She said “salt, ‘sal’, is dear”.',
  ])
})

const ITEM = (list: number, number: number) =>
  `<p style="mso-list:l${list} level1 lfo1"><span style="mso-list:Ignore">${number}.<span>&nbsp;</span></span>x</p>`

test.each([
  ['one list', '<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>', []],
  ['two with words between', '<ol><li>a</li></ol><p>b</p><ol><li>c</li></ol>', []],
  ['a list in two parts', '<ol><li>a</li></ol><ol start="2"><li>b</li></ol>', []],
  ['one list of Word', ITEM(0, 1) + ITEM(0, 2), []],
  [
    'two side by side',
    '<ol><li>a</li></ol><ol><li>b</li></ol>',
    ['Two numbered lists stand next to each other and count as one: put words between them.'],
  ],
  [
    'two of Word side by side',
    ITEM(0, 1) + ITEM(1, 1),
    ['Two numbered lists stand next to each other and count as one: put words between them.'],
  ],
  [
    'one that counts on behind words',
    '<ol><li>a</li></ol><p>b</p><ol start="2"><li>c</li></ol>',
    ['A list that counts on from 2 begins at 1 here: words stand between it and the one before.'],
  ],
])('says when numbers will not be as they were: %s', (_name, html, messages) => {
  expect(read(html).findings.map(({message}) => message)).toEqual(messages)
})

test.each([
  [
    ['h1', 'h1', 'h2', 'h4'],
    ['h2', 'h2', 'h3', 'h4'],
  ],
  [
    ['h2', 'h3', 'h2'],
    ['h2', 'h3', 'h2'],
  ],
  [
    ['h3', 'h5', 'h6', 'h1'],
    ['h2', 'h3', 'h4', 'h2'],
  ],
  [
    ['h1', 'h2', 'h3', 'h4', 'h5'],
    ['h2', 'h3', 'h4', 'h4', 'h4'],
  ],
])('sets headings %j as %j', (tags, styles) => {
  const {body} = read(tags.map((tag) => `<${tag}>x</${tag}>`).join(''))
  expect(body.map((member) => member._type === 'block' && member.style)).toEqual(styles)
})

function textsOf(body: readonly BodyMember[]): string[] {
  return body.map((member) => (member._type === 'block' ? textOf(member) : member._type))
}

test.each([
  ['<footer><p>© 2026 The Gazette</p></footer>', ['The foot of the page was left out: “© 2026 The Gazette”']],
  ['<div role=contentinfo>All our papers</div>', ['The foot of the page was left out: “All our papers”']],
  ['<footer><p>She teaches at a college.</p></footer>', []],
])('takes the foot of a site for no part of the text, and that of an article for one: %s', (foot, messages) => {
  const {body, findings} = read(`<article><p>Words.</p></article>${foot}`)
  expect([body.length, findings.map(({message}) => message)]).toEqual([2 - messages.length, messages])
})
