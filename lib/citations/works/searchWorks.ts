import {toBareDoi} from '@/lib/identifiers/doi'

import {webUrl} from './canonicalUrl'
import {workKeys, type WorkRecord} from './sameWork'
import {plainWords} from './titleKey'

/** A work with its words in the form that they are searched in. */
export interface SearchableWork<Work extends WorkRecord = WorkRecord> {
  work: Work
  who: readonly string[]
  title: readonly string[]
  elsewhere: readonly string[]
  keys: readonly string[]
}

const WEIGHT = {who: 4, title: 2, elsewhere: 1} as const

/** Works made ready for `searchWorks`, which is then quick for thousands. */
export function searchable<Work extends WorkRecord>(work: Work): SearchableWork<Work> {
  const people = [...(work.author ?? []), ...(work.editor ?? []), ...(work.translator ?? [])]
  const names = people.map(({literal, particles, family, given}) => [literal, particles, family, given].join(' '))
  const {issued} = work
  const year = issued?.status === 'inPress' ? 'in press' : issued?.year ? String(Math.abs(issued.year)) : 'nd'
  return {
    work,
    who: wordsOf([...names, year].join(' ')),
    title: wordsOf(work.title || work.verbatim || ''),
    elsewhere: wordsOf([work.containerTitle, work.publisher, work.doi, work.url].join(' ')),
    keys: workKeys(work),
  }
}

/**
 * The works in which every word of the query begins a word, whatever the order, case and diacritics; best first. Names
 * and the year count most, then the title. A DOI or an address finds its work alone.
 */
export function searchWorks<Work extends WorkRecord>(works: readonly SearchableWork<Work>[], query: string): Work[] {
  const address = addressKeys(query)
  if (address.length > 0) {
    return works.filter(({keys}) => keys.some((key) => address.includes(key))).map(({work}) => work)
  }
  const words = wordsOf(query)
  return works
    .map((work) => ({work: work.work, score: scoreOf(work, words)}))
    .filter(({score}) => score > 0 || words.length === 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({work}) => work)
}

/** The keys of a work of which only the DOI or the address is known; none when the text is neither. */
function addressKeys(query: string): string[] {
  const text = query.trim().replace(/^doi[:\s]+(?=10\.)/i, '')
  if (/\s/.test(text)) return []
  const doi = toBareDoi(text)
  if (doi) return workKeys({doi})
  return webUrl(text) ? workKeys({url: text}) : []
}

/** 0 when a word is nowhere. */
function scoreOf({who, title, elsewhere}: SearchableWork, words: readonly string[]): number {
  let total = 0
  for (const word of words) {
    const score = Math.max(
      bestIn(who, word) * WEIGHT.who,
      bestIn(title, word) * WEIGHT.title,
      bestIn(elsewhere, word) * WEIGHT.elsewhere,
    )
    if (score === 0) return 0
    total += score
  }
  return total
}

/** A whole word counts twice its beginning. */
function bestIn(words: readonly string[], wanted: string): number {
  let best = 0
  for (const word of words) {
    if (word === wanted) return 2
    if (word.startsWith(wanted)) best = 1
  }
  return best
}

function wordsOf(text: string): string[] {
  const words = plainWords(text.replace(/n\.\s?d\./gi, 'nd'))
  return words === '' ? [] : words.split(' ')
}
