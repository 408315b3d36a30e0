import {expect, test} from 'vitest'

import {plainCiteTexts} from './plainCiteTexts'

test('tells works apart, and escapes what they are called', () => {
  const author = [{family: 'R&D'}, {family: 'Ash'}]
  const issued = {'date-parts': [[2001] satisfies [number]]}
  const works = [
    {id: 'a', type: 'book', author, issued},
    {id: 'b', type: 'book', author, issued},
    {id: 'c', type: 'book', title: '<Salt>'},
  ]
  const places = [{work: 1, locator: '4–7', label: 'page'}, {work: 2}]
  expect(plainCiteTexts({works, places})).toEqual({
    yearLetters: [0, 1, null],
    places: [
      {author: 'R&amp;D et al.', year: '2001b, pp. 4–7', full: 'R&amp;D et al., 2001b, pp. 4–7'},
      {author: '“&lt;Salt&gt;”', year: 'n.d.', full: '“&lt;Salt&gt;”, n.d.'},
    ],
  })
})
