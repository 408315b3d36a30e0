import {expect, test} from 'vitest'

import {newReference} from './newReference'

const options = {id: 'drafts.new', createKey: () => 'key'}

test('takes a line apart', () => {
  expect(newReference('Polanyi, K. (1944). The great transformation. Beacon Press.', options)).toMatchObject({
    _id: 'drafts.new',
    _type: 'bibliographicReference',
    title: 'The great transformation',
    author: [{_key: 'key', _type: 'person', family: 'Polanyi', given: 'K.'}],
    issued: {_type: 'issuedDate', status: 'dated', year: 1944},
  })
})

test('keeps a DOI and an address as what they are', () => {
  expect(newReference('https://doi.org/10.5555/abc', options)).toMatchObject({doi: '10.5555/abc'})
  expect(newReference('https://example.org/a', options)).toMatchObject({type: 'webpage', url: 'https://example.org/a'})
})

test.each(['Tides of the harbour', 'References', 'a', 'polanyi'])('takes other words for the title: %j', (typed) => {
  expect(newReference(typed, options)).toEqual({_id: 'drafts.new', _type: 'bibliographicReference', title: typed})
})
