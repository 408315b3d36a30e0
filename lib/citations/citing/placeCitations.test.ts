import {expect, test} from 'vitest'

import {placeCitations} from './placeCitations'

test.each([
  [true, 'few.^,^'],
  [false, 'few ^ ^.'],
])('finds citations beside each other through empty text (numbered: %s)', (isNumbered, printed) => {
  const children = [span('few'), cite('a'), span(''), cite('b'), span('.')]
  expect(print(children, isNumbered)).toBe(printed.replace(',', ', '))
})

test.each([
  [true, 'few.^'],
  [false, 'few ^.'],
])('sets nothing beside a citation that prints nothing (numbered: %s)', (isNumbered, printed) => {
  const children = [span('few '), cite('a'), span(''), cite('missing'), span('.')]
  expect(print(children, isNumbered)).toBe(printed)
})

function print(children: {_key: string; _type: string; text?: string}[], isNumbered: boolean): string {
  const segmentsOf = (citation: object) =>
    '_key' in citation && citation._key === 'missing' ? [] : [{html: '1', isRaised: isNumbered}]
  return placeCitations(children, {isNumbered, segmentsOf})
    .map(({text = '^'}) => text)
    .join('')
}

function span(text: string) {
  return {_key: `span-${text}`, _type: 'span', text}
}

function cite(_key: string) {
  return {_key, _type: 'citation'}
}
