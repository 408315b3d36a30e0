import {expect, test} from 'vitest'

import {toContributor} from './toContributor'

test.each([
  ['Ada Lovelace', {_type: 'person', family: 'Lovelace', given: 'Ada'}],
  ['  Mary  Jane   Doe ', {_type: 'person', family: 'Doe', given: 'Mary Jane'}],
  ['Ludwig van Beethoven', {_type: 'person', family: 'Beethoven', given: 'Ludwig', particles: 'van'}],
  ['Ada de la Cruz, Jr.', {_type: 'person', family: 'Cruz', given: 'Ada', particles: 'de la', suffix: 'Jr.'}],
  ['Martin Luther King Jr.', {_type: 'person', family: 'King', given: 'Martin Luther', suffix: 'Jr.'}],
  ['de la Cruz, Ada', {_type: 'person', family: 'Cruz', given: 'Ada', particles: 'de la'}],
  ['Lovelace, Ada', {_type: 'person', family: 'Lovelace', given: 'Ada'}],
  ['Plato', {_type: 'organisation', literal: 'Plato'}],
  ['村上春樹', {_type: 'organisation', literal: '村上春樹'}],
  ['World Health Organization', {_type: 'organisation', literal: 'World Health Organization'}],
  ['Alonzo Church', {_type: 'person', family: 'Church', given: 'Alonzo'}],
  ['The Editors', {_type: 'organisation', literal: 'The Editors'}],
  ['bell hooks', {_type: 'person', family: 'hooks', given: 'bell'}],
])('takes %j apart', (name, contributor) => {
  expect(toContributor(name)).toEqual(contributor)
})

test.each([
  ['Gabriel García Márquez', 'García Márquez', {_type: 'person', family: 'García Márquez', given: 'Gabriel'}],
  ['Mao Zedong', 'Mao', {_type: 'person', family: 'Mao', given: 'Zedong'}],
  [
    'Rosa van der Meer Sr.',
    'van der Meer',
    {_type: 'person', family: 'Meer', given: 'Rosa', particles: 'van der', suffix: 'Sr.'},
  ],
  ['Ada University', 'University', {_type: 'person', family: 'University', given: 'Ada'}],
  ['Plato', 'Plato', {_type: 'organisation', literal: 'Plato'}],
  ['Ada Lovelace', 'Byron', {_type: 'person', family: 'Lovelace', given: 'Ada'}],
  ['Ada Lovelace', ' ', {_type: 'person', family: 'Lovelace', given: 'Ada'}],
])('takes %j apart at its family name %j', (name, familyName, contributor) => {
  expect(toContributor(name, familyName)).toEqual(contributor)
})
