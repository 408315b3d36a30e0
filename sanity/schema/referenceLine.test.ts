import {expect, test} from 'vitest'

import {citeText, referenceLine} from './referenceLine'

const polanyi = {family0: 'Polanyi', status: 'dated', year: 1944, workTitle: 'The great transformation'}

test.each([
  [polanyi, 'Polanyi 1944'],
  [{...polanyi, locator: '12–14', label: 'page'}, 'Polanyi 1944: 12–14'],
  [{...polanyi, locator: '3', label: 'chapter'}, 'Polanyi 1944, ch. 3'],
  [{...polanyi, family1: 'Arendt'}, 'Polanyi & Arendt 1944'],
  [{...polanyi, family1: 'Arendt', family2: 'Weil'}, 'Polanyi et al. 1944'],
  [{literal0: 'World Health Organization', status: 'nd'}, 'World Health Organization n.d.'],
  [{workTitle: 'Malaria', status: 'inPress'}, 'Malaria in press'],
  [{family0: 'Plato', status: 'dated', year: -380}, 'Plato 380 BC'],
  [{verbatim: 'Polanyi, GT.', locator: '3', label: 'page'}, 'Polanyi, GT.: 3'],
  [{}, 'Choose a reference'],
])('shows a citation of %j as %j', (line, text) => {
  expect(citeText(line)).toBe(text)
})

test('lists a reference by its author, or by its title when it has none', () => {
  expect(referenceLine(polanyi)).toBe('Polanyi (1944). The great transformation')
  expect(referenceLine({workTitle: 'Malaria'})).toBe('Malaria (n.d.)')
  expect(referenceLine({verbatim: 'Polanyi, GT, 1944.'})).toBe('Polanyi, GT, 1944.')
  expect(referenceLine({...polanyi, verbatim: 'Polanyi, GT, 1944.'})).toBe('Polanyi (1944). The great transformation')
  expect(referenceLine({})).toBe('Untitled (n.d.)')
})
