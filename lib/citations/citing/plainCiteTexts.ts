import {escapeText} from '@/lib/citations/entries/entryFormat'
import type {CslItem} from '@/lib/citations/csl/csl'

import {letter} from './letters'
import type {AuthorDateTexts, CitedPlace} from './authorDateEngine'
import {locatorText} from './locatorLabels'

/** Citations without a style: one name, year, letters where both are the same. For when the engine fails on content. */
export function plainCiteTexts(content: {works: readonly CslItem[]; places: readonly CitedPlace[]}): AuthorDateTexts {
  const bare = content.works.map((item) => ({author: authorOf(item), year: yearOf(item)}))
  const same = Map.groupBy(bare.keys(), (index) => `${bare[index]?.author} ${bare[index]?.year}`)
  const yearLetters = bare.map(({author, year}, index) => {
    const group = same.get(`${author} ${year}`) ?? []
    return group.length > 1 ? group.indexOf(index) : null
  })
  return {
    yearLetters,
    places: content.places.map(({work, locator, label}) => {
      const {author = '', year = ''} = bare[work] ?? {}
      const index = yearLetters[work] ?? null
      const place = locator ? `, ${locatorText(locator, label)}` : ''
      const date = escapeText((index === null ? year : year + letter(index)) + place)
      return {author: escapeText(author), year: date, full: `${escapeText(author)}, ${date}`}
    }),
  }
}

function authorOf({author, editor, title}: CslItem): string {
  const names = (author ?? editor ?? []).map(({literal, family}) => literal ?? family ?? '')
  return names.length > 1 ? `${names[0]} et al.` : names[0] || `“${title ?? 'Untitled'}”`
}

function yearOf({issued, status}: CslItem): string {
  return String(issued?.['date-parts'][0]?.[0] ?? status ?? 'n.d.')
}
