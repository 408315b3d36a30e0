import {expect, test} from 'vitest'

import {formatEntry} from '@/lib/citations/entries/formatEntry'
import {operatorStyles, type StyleFile} from './operatorStyles'
import {addStyles, isKnownStyle, styleOf} from './styles'

interface Parts {
  root?: string
  format?: string
  info?: string
  layout?: string
  list?: string
}

const ENTRY =
  '<names variable="author"><name name-as-sort-order="all"/></names><text variable="title" prefix=". "/><text variable="edition" prefix=" "/>'

test('sets entries by an operator’s style', () => {
  addStyles(operatorStyles([file('house', csl({}))]).styles)
  expect(formatEntry(book('Salt'), {style: 'house'})).toEqual({html: 'Ross, Tim. Salt', text: 'Ross, Tim. Salt'})
})

test.each([
  ['its own number', {layout: `<text variable="citation-number" suffix=". "/>${ENTRY}`}],
  ['a number that is a macro in brackets', {layout: `<text macro="number" prefix="[" suffix="] "/>${ENTRY}`}],
  ['a number in a column', {list: 'second-field-align="flush"', layout: `<text variable='citation-number'/>${ENTRY}`}],
  ['a number written as an open element', {layout: `<number variable="citation-number"> </number>${ENTRY}`}],
  ['an alphanumeric label', {layout: `<text variable="citation-label" prefix="[" suffix="] "/>${ENTRY}`}],
  ['a dash for a repeated author', {list: 'subsequent-author-substitute="———"'}],
  ['a sorted list', {layout: ENTRY, list: 'entry-spacing="0"'}],
])('leaves out %s', (name, parts) => {
  const id = name.replaceAll(' ', '-')
  addStyles(operatorStyles([file(id, csl(parts))]).styles)
  const entries = ['Salt', 'Pepper'].map((title) => formatEntry(book(title), {style: id}).text)
  expect(entries).toEqual(['Ross, Tim. Salt', 'Ross, Tim. Pepper'])
})

test('prints affixes of a style as text', () => {
  const layout = '<text variable="title" prefix="&lt;img src=x onerror=alert(1)&gt; "/>'
  addStyles(operatorStyles([file('marked', csl({layout}))]).styles)
  expect(formatEntry(book('Salt'), {style: 'marked'}).html).toBe('&lt;img src=x onerror=alert(1)&gt; Salt')
})

test.each([
  ['author-date', 'author-date'],
  ['author', 'author-date'],
  ['numeric', 'numeric'],
  ['label', 'numeric'],
  ['note', 'numeric'],
])('takes a style of the format %s for %s', (format, kind) => {
  expect(operatorStyles([file('house', csl({format}))]).styles[0]?.kind).toBe(kind)
})

test.each([
  ['a note style', {format: '', root: 'class="note"'}, 'numeric'],
  ['one with numbers', {format: '', layout: `<text variable="citation-number"/>${ENTRY}`}, 'numeric'],
  ['any other', {format: '', root: 'class="in-text"'}, 'author-date'],
])('tells the kind of %s that does not say it', (_, parts, kind) => {
  expect(operatorStyles([file('house', csl(parts))]).styles[0]?.kind).toBe(kind)
})

test('sets a British style in British English', () => {
  addStyles(operatorStyles([file('british', csl({root: 'class="in-text" default-locale="en-GB"'}))]).styles)
  expect(styleOf('british').english).toBe('en-GB')
})

test('is titled as the file says, or by its name', () => {
  const {styles} = operatorStyles([file('a', csl({})), file('b', csl({info: ''}))])
  expect(styles.map(({title}) => title)).toEqual(['Fish & chips', 'b'])
})

test.each([
  ['My Style.csl', csl({}), 'the name may only have small letters, digits and hyphens; call it my-style.csl.'],
  ['harvard.csl', csl({}), 'a style of that name is built in; call the file harvard-2.csl.'],
  [
    'large.csl',
    csl({info: `<title>${'x'.repeat(600_000)}</title>`}),
    'no citation style is larger than 512 KB; download it again from https://www.zotero.org/styles.',
  ],
  [
    'laughs.csl',
    '<!DOCTYPE style [<!ENTITY a "ha">]><style/>',
    'a style has no document type; delete the line with <!DOCTYPE.',
  ],
  [
    'cut-short.csl',
    csl({}).replace(/<bibliography .*/s, ''),
    'this is not well-formed XML, <style> is not closed; download it again from https://www.zotero.org/styles.',
  ],
  [
    'page.csl',
    '<html><p>Not found</p></html>',
    'this is not a citation style (its first element is not <style>); download it again from https://www.zotero.org/styles.',
  ],
  [
    'dependent.csl',
    csl({info: '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>'}).replace(
      /<citation>.*<\/bibliography>/s,
      '',
    ),
    'this style only points to another one; put that one here instead: http://www.zotero.org/styles/apa.',
  ],
  [
    'listless.csl',
    csl({}).replace(/<bibliography >.*<\/bibliography>/s, ''),
    'this style sets no reference list (it has no <bibliography>); choose one that does.',
  ],
  [
    'citeless.csl',
    csl({}).replace(/<citation>.*<\/citation>/s, ''),
    'this style sets no citations (it has no <citation>); download it again from https://www.zotero.org/styles.',
  ],
  [
    'untitled.csl',
    csl({layout: '<names variable="author"/>'}),
    'the citation engine cannot work with it (it prints entries without titles); download it again from https://www.zotero.org/styles.',
  ],
])('leaves out %s and says why', (name, text, problem) => {
  expect(operatorStyles([{name, text}])).toEqual({styles: [], problems: [`citation-styles/${name}: ${problem}`]})
})

test.each(['<text macro="nowhere"/>', '<text macro="loop"/>'])(
  'leaves out a style that the engine throws on: %s',
  (layout) => {
    const {styles, problems} = operatorStyles([file('broken', csl({layout}))])
    expect(styles).toEqual([])
    expect(problems).toEqual([
      expect.stringContaining('citation-styles/broken.csl: the citation engine cannot work with it ('),
    ])
  },
)

test('takes the first of two files that are one style', () => {
  const {styles, problems} = operatorStyles([
    file('b', csl({info: '<id>x</id>'})),
    file('a', csl({info: '<id>x</id>'})),
  ])
  expect(styles.map(({id}) => id)).toEqual(['a'])
  expect(problems).toEqual([
    'citation-styles/b.csl: this is the same style as citation-styles/a.csl; delete one of the two.',
  ])
})

test('sets entries in the default style when the file of a style has gone', () => {
  expect(isKnownStyle('gone')).toBe(false)
  expect(formatEntry(book('Salt'), {style: 'gone'}).text).toBe('Ross, T. (2010). Salt.')
})

test.each(['constructor', '__proto__', 'toString', ''])('knows no style by the name %j', (id) => {
  expect(isKnownStyle(id)).toBe(false)
  expect(styleOf(id).id).toBe('apa-numbered')
})

function file(id: string, text: string): StyleFile {
  return {name: `${id}.csl`, text}
}

function book(title: string) {
  const author = [{_type: 'person', family: 'Ross', given: 'Tim'}]
  return {_id: title, type: 'book', title, author, issued: {status: 'dated', year: 2010}}
}

function csl({
  root = 'class="in-text"',
  format = 'numeric',
  info = '<title>Fish &amp; chips</title>',
  layout = ENTRY,
  list = '',
}: Parts) {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" ${root} version="1.0">
  <info>${info}${format ? `<category citation-format="${format}"/>` : ''}</info>
  ${layout.includes('macro="number"') ? '<macro name="number"><text variable="citation-number"/></macro>' : ''}
  <macro name="loop"><text macro="loop"/></macro>
  <citation><sort><key variable="title"/></sort><layout><text variable="title"/></layout></citation>
  <!-- <bibliography> of what is cited -->
  <bibliography ${list}><sort><key variable="title"/></sort><layout>${layout}</layout></bibliography>
</style>`
}
