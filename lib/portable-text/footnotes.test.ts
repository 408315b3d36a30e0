import {expect, test} from 'vitest'

import {collectFootnotes} from './footnotes'
import {block, footnote} from './portableText.fixture'

test('numbers notes by reading order, not by key', () => {
  const [first, second, third] = [
    footnote('z', 'Camellia sinensis.'),
    footnote('a', 'Coffea arabica.'),
    footnote('m', 'Milk.'),
  ]
  const {notes, noteOf} = collectFootnotes([block('p1', 'Tea', first, ' and coffee', second), block('p2', third)])

  expect(notes[1]).toEqual({number: 2, id: 'note-2', markId: 'noteref-2', text: second.text})
  expect([third, first, second].map((note) => noteOf(note)?.number)).toEqual([3, 1, 2])
})

test('goes on numbering from one text to the next', () => {
  const [caption, body] = [footnote('a', 'Seen from above.'), footnote('b', 'Seen from below.')]
  const {noteOf} = collectFootnotes([block('p1', caption)], [block('p2', body)])
  expect([caption, body].map((note) => noteOf(note)?.number)).toEqual([1, 2])
})

test('tells notes of one key apart, and knows a copy by its key only when no other has it', () => {
  const [here, there, single] = [footnote('same', 'Here.'), footnote('same', 'There.'), footnote('single', 'Once.')]
  const {noteOf} = collectFootnotes([block('p1', here, there, single)])

  expect([here, there].map((note) => noteOf(note)?.number)).toEqual([1, 2])
  expect(noteOf(structuredClone(here))).toBeUndefined()
  expect(noteOf(structuredClone(single))?.number).toBe(3)
})

test('knows nothing of a note from another article', () => {
  expect(collectFootnotes([], null).noteOf(footnote('a', 'Elsewhere.'))).toBeUndefined()
})
