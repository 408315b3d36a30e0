import {expect, test} from 'vitest'

import {placeWords} from './placeWords'

const citation = {_type: 'citation', _key: 'c', items: [{_key: 'i'}]}
const paragraph = {
  _type: 'block',
  _key: 'b',
  children: [span('The sea comes back, as everybody knows, twice a day. '), citation],
}
const note = {_type: 'footnote', _key: 'n', text: [{_type: 'block', _key: 'p', children: [span('See'), citation]}]}
const document = {
  leadImage: {_type: 'figure', caption: [paragraph]},
  body: [
    paragraph,
    {_type: 'block', _key: 'noted', children: [span('Far out'), note]},
    {
      _type: 'block',
      _key: 'linked',
      markDefs: [{_type: 'link', _key: 'l', href: 'htp:/'}],
      children: [span('As the '), {...span('harbour'), marks: ['l']}, {...span(' office'), marks: ['strong', 'l']}],
    },
    {_type: 'figure', _key: 'f', caption: [{_type: 'block', _key: 'bare', children: [citation]}]},
  ],
}
const item = [{_key: 'c'}, 'items', {_key: 'i'}, 'reference']

test.each([
  [['body', {_key: 'b'}, 'children', ...item], 'In the text, after “…back, as everybody knows, twice a day.”'],
  [
    ['leadImage', 'caption', {_key: 'b'}, 'children', ...item],
    'In the caption of the lead image, after “…back, as everybody knows, twice a day.”',
  ],
  [
    ['body', {_key: 'noted'}, 'children', {_key: 'n'}, 'text', {_key: 'p'}, 'children', ...item],
    'In a note, after “See”',
  ],
  [['body', {_key: 'f'}, 'caption', {_key: 'bare'}, 'children', ...item], 'In a caption'],
  [['body', {_key: 'linked'}, 'markDefs', {_key: 'l'}, 'href'], 'In the text, at “harbour office”'],
  [['body', {_key: 'linked'}, 'markDefs', {_key: 'gone'}, 'href'], 'In the text'],
  [['body', {_key: 'no longer there'}, 'children', ...item], 'In the text'],
  [['furtherReading', {_key: 'r'}], 'In the further reading'],
  [['slug'], null],
])('says where %j is', (path, words) => {
  expect(placeWords(document, path)).toBe(words)
})

function span(text: string) {
  return {_type: 'span', _key: 's', text}
}
