import {expect, test} from 'vitest'

import {parseBibliography} from './parseBibliography'

// A pattern that tries every way to cut these words in two would not come to an end.
test.each([
  ['capitals behind “ed.”', 'Smith, John. “Salt.” Matter, ed. HUMANITIES & INTERNATIONALISATION: LONDON, 2010.'],
  ['capitals behind “trans.”', 'Smith, John. “Salt.” Matter, trans. HUMANITIES & INTERNATIONALISATION: LONDON, 2010.'],
  ['names in small letters', `kahneman, d., ${'tversky, abc, '.repeat(40)}! (2010). salt.`],
  ['initials in small letters', `kahneman, d., ${'ng, w. '.repeat(60)}! (2010). salt.`],
  ['a reporter in capitals', `Smith v. Jones, 1 ${'SALT'.repeat(12)}! (2010).`],
  ['names with hyphens', `Smith, A. (2010). Salt. In ${'Jean-'.repeat(40)}! (Eds.), Pepper. Verso.`],
  ['initials with hyphens', `Smith, A. (2010). Salt. In J.${' -P'.repeat(60)} 1 (Eds.), Pepper. Verso.`],
])('reads a line with %s to its end', (_, line) => {
  expect(parseBibliography(line).map(({pasted}) => pasted)).toEqual([line])
})

// A pattern that begins anew at every character of a run would take a minute for a list.
test.each([
  ['commas', `Smith, A. (2010). Salt [${','.repeat(4700)}]. Verso.`],
  ['brackets behind an address', `10.5555/1${']'.repeat(4700)}!`],
  ['initials behind a title', `Smith, A. (2010). Salt. Matter ${'A.'.repeat(2350)}!`],
  ['semicolons behind a title', `Smith, A. (2010). Salt. Matter ${'; '.repeat(2350)}!`],
])('reads a list of lines with a run of %s', (_, line) => {
  expect(parseBibliography(Array.from({length: 500}, () => line).join('\n\n'))).toHaveLength(500)
})
