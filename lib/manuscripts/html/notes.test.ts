import {expect, test} from 'vitest'

import type {BodyMember, TextBlock} from '@/lib/manuscripts/body'
import {textOf} from '@/lib/manuscripts/body'
import {read} from './manuscript.fixture'

/** One text with one note, as each program writes it. */
const PROGRAMS: Record<string, string> = {
  'Google Docs, exported':
    '<p>Tea<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> is.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Camellia.</span></p></div>',
  LibreOffice:
    '<p>Tea<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup> is.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Camellia.</p></div>',
  Markdown:
    '<p>Tea<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup> is.</p><section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2><ol><li id="user-content-fn-1"><p>Camellia. <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li></ol></section>',
  mammoth:
    '<p>Tea<sup><a href="#footnote-2" id="footnote-ref-2">[1]</a></sup> is.</p><ol><li id="footnote-2"><p> Camellia. <a href="#footnote-ref-2">↑</a></p></li></ol>',
  pandoc:
    '<p>Tea<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> is.</p><section id="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Camellia.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
  'Word, endnotes':
    '<p>Tea<a style="mso-endnote-id:edn1" href="#_edn1" name="_ednref1"><span class=MsoEndnoteReference>[i]</span></a> is.</p><div style="mso-element:endnote-list"><hr><div style="mso-element:endnote" id=edn1><p class=MsoEndnoteText><a href="#_ednref1" name="_edn1"><span class=MsoEndnoteReference>[i]</span></a> Camellia.</p></div></div>',
  'Word, saved as a web page':
    '<p>Tea<a href="file:///C:/tea.htm#_ftn1" name="_ftnref1">[1]</a> is.</p><div id=ftn1><p><a href="file:///C:/tea.htm#_ftnref1" name="_ftn1">[1]</a> Camellia.</p></div>',
}

test.each(Object.entries(PROGRAMS))('takes a note of %s to its mark', (_program, html) => {
  const {body} = read(html)
  expect(body.map(shown)).toEqual(['Tea[Camellia.] is.'])
})

test('keeps a note that is marked twice at both places', () => {
  const {body} = read(
    '<p>Tea<sup><a href="#fn-1" id="fnref-1">1</a></sup>, coffee<sup><a href="#fn-1" id="fnref-1-2">1</a></sup>.</p><ol><li id="fn-1"><p>Hot. <a href="#fnref-1">↩</a> <a href="#fnref-1-2">↩<sup>2</sup></a></p></li></ol>',
  )
  expect(body.map(shown)).toEqual(['Tea[Hot.], coffee[Hot.].'])
})

test('leaves a mark and a note that do not belong together where they are', () => {
  const {body} = read('<p>Tea<sup><a href="#fn1">1</a></sup> is.</p><p id="other">Camellia.</p>')
  expect(body.map(shown)).toEqual(['Tea1 is.', 'Camellia.'])
})

test('says which heading over notes went with them, and keeps one that has other text', () => {
  const note = '<li id="fn1"><p>Camellia. <a href="#fnref1">↩</a></p></li>'
  const mark = '<p>Tea<a href="#fn1" id="fnref1"><sup>1</sup></a>.</p>'
  const alone = read(`${mark}<h2>Notes</h2><ol>${note}</ol>`)
  expect(alone.body.map(shown)).toEqual(['Tea[Camellia.].'])
  expect(alone.findings.map(({text}) => text)).toEqual(['Notes'])

  const shared = read(`${mark}<h2>Notes</h2><ol>${note}<li>Never marked.</li></ol>`)
  expect(shared.body.map(shown)).toEqual(['Tea[Camellia.].', 'Notes', 'Never marked.'])
})

test('does not take entries of a list of works for notes', () => {
  const {body} = read(
    '<p>Tea<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>.</p><h2>References</h2><ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> Okakura (1906).</li></ol>',
  )
  expect(body.map(shown)).toEqual(['Tea[1].', 'References', '^ Okakura (1906).'])
})

function shown(member: BodyMember): string {
  return member._type === 'block' ? blockText(member) : member._type
}

function blockText(block: TextBlock): string {
  return block.children
    .map((child) =>
      child._type === 'span' ? child.text : child._type === 'footnote' ? `[${child.text.map(textOf).join('/')}]` : '',
    )
    .join('')
}
