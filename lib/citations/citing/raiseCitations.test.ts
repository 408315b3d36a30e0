import {expect, test} from 'vitest'

import {raiseCitations} from './raiseCitations'

interface Child {
  _key: string
  _type: string
  text?: string
  mode?: string
}

test.each([
  ['moves the full stop in front and takes the space away', 'so few |[a]|. Then', 'so few|.|[a]| Then'],
  ['takes a closing quotation mark along', '“so few |[a]|.” Then', '“so few|.”|[a]| Then'],
  ['keeps citations and notes together, and apart', 'so few |[a]|{n}|, and', 'so few|,|[a]|, |{n}| and'],
  ['sets commas between citations side by side', 'so few |[a]|[b]|.', 'so few|.|[a]|, |[b]|'],
  ['sets a comma behind one that is part of the sentence', 'as |<a>|[b]|.', 'as |<a>|.|[b]|'],
  ['sets a comma there when no stop comes between', 'as |<a>|[b]| says', 'as |<a>|, |[b]| says'],
  ['takes the space away in the middle of a sentence', 'so few |[a]| of them', 'so few|[a]| of them'],
  ['leaves a bracket behind the number', '(see Sen |[a]|)', '(see Sen|[a]|)'],
  ['goes on to the next citation', 'one |[a]|; two |[b]|.', 'one|;|[a]| two|.|[b]|'],
  ['leaves a citation that is part of the sentence', 'as |<a>|, who', 'as |<a>|, who'],
  ['leaves a note where it stands', 'so few|{n}|.', 'so few|{n}|.'],
  ['takes a citation alone', '[a]', '[a]'],
])('%s', (_, before, after) => {
  expect(raiseCitations(parse(before)).map(print).join('|')).toBe(after)
})

test('raises a citation whose authors the sentence has named', () => {
  const items = [{suppressAuthor: true}]
  const children = [...parse('as Sen'), {_key: 'c', _type: 'citation', mode: 'narrative', items}, ...parse('. Then')]
  expect(raiseCitations(children).map(({_type, ...child}) => ('text' in child ? child.text : _type))).toEqual([
    'as Sen',
    '.',
    'citation',
    ' Then',
  ])
})

test('passes the citation itself on, because its number is found by identity', () => {
  const children = parse('so few |[a]|.')
  expect(raiseCitations(children)[2]).toBe(children[1])
})

test('gives the moved punctuation a key of its own and the marks of its text', () => {
  const closing = {_key: 's', _type: 'span', text: '. Then', marks: ['em']}
  expect(raiseCitations([{_key: 'a', _type: 'citation', mode: 'parenthetical'}, closing])).toEqual([
    {_key: 's-closing', _type: 'span', text: '.', marks: ['em']},
    {_key: 'a', _type: 'citation', mode: 'parenthetical'},
    {_key: 's', _type: 'span', text: ' Then', marks: ['em']},
  ])
})

test('raises the comma between two citations as it raises them', () => {
  const children = [
    {_key: 's', _type: 'span', text: 'few', marks: ['em']},
    {_key: 'a', _type: 'citation'},
    {_key: 'b', _type: 'citation'},
  ]
  expect(raiseCitations(children)[2]).toEqual({_key: 'b-comma', _type: 'span', text: ', ', marks: ['sup']})
})

/** `text|[parenthetical]|<narrative>|{note}`. */
function parse(source: string): Child[] {
  return source.split('|').map((part, index) => {
    const _key = `k${index}`
    if (part.startsWith('[')) return {_key, _type: 'citation', mode: 'parenthetical', text: part}
    if (part.startsWith('<')) return {_key, _type: 'citation', mode: 'narrative', text: part}
    return {_key, _type: part.startsWith('{') ? 'footnote' : 'span', text: part}
  })
}

function print({text}: Child): string {
  return text ?? ''
}
