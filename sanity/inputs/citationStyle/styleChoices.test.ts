import {expect, test} from 'vitest'

import {styleChoices} from './styleChoices'

const BUILT_IN = ['apa-numbered', 'apa-author-date', 'vancouver', 'harvard']

test('offers the built-in styles before the server has answered', () => {
  const {choices, warnings} = styleChoices('vancouver', {state: 'loading'})
  expect(choices.map(({value}) => value)).toEqual(BUILT_IN)
  expect(warnings).toEqual([])
})

test('shows a style that is set while it is not yet known, and does not warn of it', () => {
  const {choices, warnings} = styleChoices('ieee', {state: 'loading'})
  expect(choices.map(({value}) => value)).toEqual([...BUILT_IN, 'ieee'])
  expect(warnings).toEqual([])
})

test('warns of a style whose file has gone, and of files that cannot be used', () => {
  const styles = [{value: 'apa-numbered', title: 'APA'}]
  const {choices, warnings} = styleChoices('ieee', {state: 'ready', styles, problems: ['citation-styles/x.csl: why.']})
  expect(choices).toEqual(styles)
  expect(warnings).toEqual([
    expect.stringContaining('The style “ieee” is set here, but its file citation-styles/ieee.csl has gone'),
    'citation-styles/x.csl: why.',
  ])
})

test('offers the built-in styles when the server does not answer, and says so', () => {
  const {choices, warnings} = styleChoices(undefined, {state: 'failed', message: 'The site did not answer.'})
  expect(choices.map(({value}) => value)).toEqual(BUILT_IN)
  expect(warnings).toEqual(['The styles that were added to this site cannot be listed. The site did not answer.'])
})
