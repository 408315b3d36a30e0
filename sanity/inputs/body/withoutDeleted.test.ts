import {expect, test} from 'vitest'

import {referredIds, withoutDeleted} from './withoutDeleted'

const stored = new Set(['kept', 'article'])

test('leaves the works out of citations that are deleted, and a citation that has no other', () => {
  const block = {
    _type: 'block',
    children: [span('Tides come'), citation('gone', 'kept'), span(' and go'), citation('gone'), span('.')],
  }

  expect(withoutDeleted([block], stored)).toEqual({
    blocks: [{...block, children: [span('Tides come'), citation('kept'), span(' and go'), span('.')]}],
    findings: [
      {message: 'A work was left out of a citation: its reference has been deleted.', after: ''},
      {message: 'A citation was left out: its reference has been deleted.', after: 'Tides come and go'},
    ],
  })
})

test('keeps the words of a link to what is deleted', () => {
  const link = {_type: 'internalLink', _key: 'l', reference: {_ref: 'gone'}}
  const block = {_type: 'block', markDefs: [link], children: [{...span('there'), marks: ['em', 'l']}]}

  expect(withoutDeleted([block], stored).blocks).toEqual([
    {_type: 'block', markDefs: [], children: [{...span('there'), marks: ['em']}]},
  ])
})

test('finds what a text refers to in notes and figures, too', () => {
  const note = {_type: 'footnote', text: [{_type: 'block', children: [citation('kept')]}]}
  const figure = {_type: 'figure', image: {asset: {_ref: 'image-1'}}, caption: null}

  expect(referredIds([{_type: 'block', children: [note]}, figure])).toEqual(['kept', 'image-1'])
  expect(withoutDeleted([note, figure], stored)).toEqual({
    blocks: [note],
    findings: [{message: 'Something was left out: what it shows has been deleted.', after: ''}],
  })
})

function span(text: string) {
  return {_type: 'span', text, marks: ['em']}
}

function citation(...ids: string[]) {
  return {_type: 'citation', items: ids.map((_ref) => ({_type: 'citationItem', reference: {_ref}}))}
}
