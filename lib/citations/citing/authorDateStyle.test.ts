import {expect, test} from 'vitest'

import {block, citation} from '@/lib/portable-text/portableText.fixture'
import {addStyles} from '@/lib/citations/styles/styles'

import {citePunctuation} from './authorDateStyle'
import {citeWorks} from './citeWorks'

test.each([
  [
    '<citation collapse="year" cite-group-delimiter=" and "><layout prefix="[" suffix="]" delimiter=" &amp; "><text/></layout></citation>',
    {open: '[', close: ']', delimiter: ' & ', yearDelimiter: ' and '},
  ],
  [
    "<citation collapse='year-suffix'><layout prefix='('/></citation>",
    {open: '(', close: '', delimiter: '; ', yearDelimiter: ', '},
  ],
  [
    '<citation>\n<layout\n prefix="("\n suffix=")"\n></layout></citation>',
    {open: '(', close: ')', delimiter: '; ', yearDelimiter: null},
  ],
  [
    '<!-- <citation collapse="year"><layout prefix="x"/></citation> --><citation><layout/></citation>',
    {open: '', close: '', delimiter: '; ', yearDelimiter: null},
  ],
])('reads what stands around and between works from %s', (xml, punctuation) => {
  expect(citePunctuation(xml)).toEqual(punctuation)
})

test('sets an operator’s style as it is written', () => {
  addStyles([{id: 'house', title: 'House', kind: 'author-date', isApa: false, xml: HOUSE}])
  const [one, two] = [citation('1', 'b', {id: 'a', locator: '4–7'}), {...citation('2', 'a'), mode: 'narrative'}]
  const {segmentsOf, entries, isNumbered} = citeWorks({body: [block('p', one, two)]}, ['a', 'b', 'c'].map(work), {
    style: 'house',
  })
  const print = (node: object) =>
    segmentsOf(node)
      .map(({html}) => html)
      .join('')

  expect(isNumbered).toBe(false)
  expect([one, two].map(print)).toEqual(['[Ross 1998a, pp. 4–7 / Ross 1998b]', 'Ross [1998a]'])
  expect(entries.map(({text}) => text)).toEqual(['Ross 1998a. On a', 'Ross 1998b. On b'])
})

const HOUSE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>House</title><id>house</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <macro name="author"><names variable="author"><name form="short"/></names></macro>
  <macro name="year"><date variable="issued" form="numeric" date-parts="year"/></macro>
  <citation disambiguate-add-year-suffix="true">
    <sort><key macro="year"/></sort>
    <layout prefix="[" suffix="]" delimiter=" / ">
      <group delimiter=", ">
        <group delimiter=" "><text macro="author"/><text macro="year"/></group>
        <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
      </group>
    </layout>
  </citation>
  <bibliography>
    <sort><key macro="author"/></sort>
    <layout><group delimiter=". "><group delimiter=" "><text macro="author"/><text macro="year"/></group><text variable="title"/></group></layout>
  </bibliography>
</style>`

function work(_id: string) {
  const author = [{_type: 'person', family: 'Ross', given: 'Tim'}]
  return {_id, type: 'book', title: `On ${_id}`, author, issued: {status: 'dated', year: 1998}}
}
