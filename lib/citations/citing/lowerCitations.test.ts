import {expect, test} from 'vitest'

import {lowerCitations} from './lowerCitations'

test.each([
  ['leaves a citation where a writer of words sets it', 'so few |[a]|. Then', 'so few |[a]|. Then'],
  ['takes a citation from behind the full stop', 'so few.|[a]| Then', 'so few |[a]|.| Then'],
  ['and from behind the quotation mark', '“so few.”|[a]| Then', '“so few” |[a]|.| Then'],
  ['at the end of the paragraph', 'so few.|[a]', 'so few |[a]|.'],
  ['puts a space between', 'so few|[a]| of them', 'so few |[a]| of them'],
  ['but not behind a bracket or a dash', 'so few (|[a]|)', 'so few (|[a]|)'],
  ['leaves the stop of an abbreviation', 'Sen et al.|[a]| say', 'Sen et al. |[a]| say'],
  ['leaves a question its mark', 'so few?|[a]| Then', 'so few? |[a]| Then'],
  ['sets citations side by side apart', 'so few|[a]|[b]|.', 'so few |[a]| |[b]|.'],
  ['leaves a citation that is part of the sentence', 'as|<a>|, who', 'as|<a>|, who'],
  ['leaves a note where it stands', 'so few.|{n}', 'so few.|{n}'],
  ['takes a citation alone', '[a]', '[a]'],
])('%s', (_, before, after) => {
  expect(
    lowerCitations(parse(before))
      .map(({text}) => text)
      .join('|'),
  ).toBe(after)
})

test('passes the citation itself on, because it is found by identity', () => {
  const children = parse('so few.|[a]')
  expect(lowerCitations(children)[1]).toBe(children[1])
})

/** `text|[parenthetical]|<narrative>|{note}`. */
function parse(source: string) {
  return source.split('|').map((text, index) => {
    const _key = `k${index}`
    if (text.startsWith('[')) return {_key, _type: 'citation', mode: 'parenthetical', text}
    if (text.startsWith('<')) return {_key, _type: 'citation', mode: 'narrative', text}
    return {_key, _type: text.startsWith('{') ? 'footnote' : 'span', text}
  })
}
