import {text} from '@/lib/portable-text/walk'
import {escapeText, unescapeText} from '@/lib/citations/entries/entryFormat'
import {listEntry} from '@/lib/citations/entries/listEntry'
import type {Style} from '@/lib/citations/styles/style'
import {toCslItem} from '@/lib/citations/csl/toCslItem'

import {andOf} from './andOf'
import {authorDateTexts, AND_SIGN, type AuthorDateTexts, type CitedPlace, type CiteText} from './authorDateEngine'
import {authorDateSegments, type AuthorDateItem} from './authorDateSegments'
import {citePunctuation} from './authorDateStyle'
import {byNodeOrKey} from './byNodeOrKey'
import {entryPlace, type CitedEntry, type CitedWorks} from './citedEntry'
import {listedWorks, type ListSetting, type Work} from './listedWorks'
import {locatorText} from './locatorLabels'
import type {CitationNumbering} from './number'
import {pastedName} from './pastedName'
import {plainCiteTexts} from './plainCiteTexts'

/**
 * Citations and list of a text by author and date.
 *
 * What is cited comes first, by author, then further reading, by author; both take part in telling works apart, so
 * that letters run on from one list to the other.
 */
export function authorDateCitations(numbering: CitationNumbering, setting: ListSetting): CitedWorks {
  const {style} = setting
  const works = listedWorks(numbering, setting)
  const ranks = new Map(works.map(({reference}, index) => [reference.referenceId, index]))
  const cited = [...numbering.citations.values()].flat()
  const places = cited.map(({referenceId, item}): CitedPlace => {
    const locator = text(item, 'locator').trim()
    return {work: ranks.get(referenceId) ?? 0, ...(locator ? {locator, label: text(item, 'label') || 'page'} : {})}
  })
  const named = works.map((_, work): CitedPlace => ({work}))
  const texts = textsOf(works, [...places, ...named], setting)
  const textOf = new Map(cited.map((item, index) => [item, texts.places[index]]))

  const segmentSetting = {punctuation: citePunctuation(style.xml), and: andOf(setting.language)}
  const segments = new Map(
    [...numbering.citations].map(([citation, items]) => {
      const set = items.flatMap((item): AuthorDateItem[] => {
        const citeText = textOf.get(item)
        return citeText ? [{...item, text: citeText, rank: ranks.get(item.referenceId) ?? 0}] : []
      })
      return [citation, set.length > 0 ? authorDateSegments(citation, set, segmentSetting) : []]
    }),
  )
  const segmentsAt = byNodeOrKey(segments)
  return {
    isNumbered: false,
    segmentsOf: (citation) => segmentsAt(citation) ?? [],
    entries: works.map(({reference, record}, index): CitedEntry => {
      const name = spokenName(texts.places[places.length + index])
      const yearLetter = texts.yearLetters[index] ?? null
      const entry = listEntry(record, {style: style.id, language: setting.language, yearLetter})
      return {...entryPlace(reference, name), number: null, ...entry}
    }),
  }
}

/** A line that nobody has taken apart prints the name and year that it begins with, and takes no part in the rest. */
function textsOf(
  works: readonly Work[],
  places: readonly CitedPlace[],
  {style, language}: ListSetting,
): AuthorDateTexts {
  const items = works.map(({record}) => toCslItem(record, style))
  const pasted = works.map(({record}) => (record.title?.trim() || !record.verbatim?.trim() ? null : record.verbatim))
  const known = works.flatMap((_, index) => (pasted[index] === null ? [index] : []))
  const positions = new Map(known.map((work, position) => [work, position]))
  const set = knownTexts(style, language, {
    works: items.filter((_, index) => positions.has(index)),
    places: places.flatMap((place) => {
      const work = positions.get(place.work)
      return work === undefined ? [] : [{...place, work}]
    }),
  })
  const letters = set.yearLetters[Symbol.iterator]()
  const knownPlaces = set.places[Symbol.iterator]()
  return {
    yearLetters: pasted.map((line) => (line === null ? (letters.next().value ?? null) : null)),
    places: places.map((place) => {
      const line = pasted[place.work]
      return line ? pastedText(line, place) : (knownPlaces.next().value ?? {author: '', year: '', full: ''})
    }),
  }
}

function knownTexts(style: Style, language: string, content: Parameters<typeof authorDateTexts>[2]): AuthorDateTexts {
  try {
    return authorDateTexts(style, language, content)
  } catch (error) {
    console.error(`citeWorks(): the citation engine failed on ${content.works.length} references: ${String(error)}`)
    return plainCiteTexts(content)
  }
}

function pastedText(line: string, {locator, label}: CitedPlace): CiteText {
  const {author, year} = pastedName(line)
  const place = [year, locator && locatorText(locator, label)].filter(Boolean).map(escapeText)
  return {author: escapeText(author), year: place.join(', '), full: [escapeText(author), ...place].join(', ')}
}

/** `Polanyi, 1944`: how the backlinks of an entry call it. */
function spokenName(name: CiteText | undefined): string {
  return unescapeText((name?.full ?? '').replaceAll(AND_SIGN, '&amp;').replace(/<[^>]*>/g, ''))
}
