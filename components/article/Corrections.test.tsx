import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import {Corrections, RetractionNotice} from './Corrections'

const retraction = {_key: 'a', kind: 'retraction', date: '2026-03-20', text: 'The figures were invented.'} as const
const update = {_key: 'b', kind: 'update', date: null, text: 'The bill has passed.'} as const

test('says which kind of notice it is, and when', () => {
  expect(renderToStaticMarkup(<Corrections corrections={[retraction, update]} settings={{language: 'en'}} />)).toBe(
    '<section class="matter" aria-labelledby="corrections">' +
      '<h2 class="rail-label" id="corrections">Corrections</h2><div>' +
      '<div class="note correction"><h3>Retraction, <time dateTime="2026-03-20">March 20, 2026</time></h3>' +
      '<p>The figures were invented.</p></div>' +
      '<div class="note correction"><h3>Update</h3><p>The bill has passed.</p></div></div></section>',
  )
})

test('announces a retraction, and nothing less, before the text', () => {
  expect(renderToStaticMarkup(<RetractionNotice corrections={[update]} />)).toBe('')
  expect(renderToStaticMarkup(<RetractionNotice corrections={[update, retraction]} />)).toBe(
    '<p class="retraction">This article has been retracted. <a href="#corrections">Read why</a></p>',
  )
})
