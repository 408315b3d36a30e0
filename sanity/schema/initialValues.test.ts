import {createSchema} from 'sanity'
import {expect, test} from 'vitest'

import {schemaTypes} from './index'

test('a figure has no initial values: a new article would have a lead image without a picture, and not publish', () => {
  const figure = createSchema({name: 'test', types: schemaTypes}).get('figure')
  const fields = figure?.jsonType === 'object' ? figure.fields : []

  expect(fields.map(({name, type}) => [name, type.initialValue])).toEqual([
    ['image', undefined],
    ['alt', undefined],
    ['decorative', undefined],
    ['caption', undefined],
    ['credit', undefined],
  ])
})
