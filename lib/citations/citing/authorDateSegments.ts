import {field} from '@/lib/portable-text/walk'
import {escapeText, unescapeText} from '@/lib/citations/entries/entryFormat'

import {prefixOf, suffixOf} from './calloutLabels'
import {AND_SIGN, type CiteText} from './authorDateEngine'
import type {CitePunctuation} from './authorDateStyle'
import type {CitationSegment} from './citationSegment'
import {citingWords} from './citingWords'
import {namesWork} from './namesWork'
import type {CitedItem} from './number'
import {narrativeSeparator} from './numericSegments'

export interface AuthorDateItem extends CitedItem {
  text: CiteText
  /** Place of the work in the list. */
  rank: number
}

export interface AuthorDateSetting {
  punctuation: CitePunctuation
  /** How the style says “and” in a sentence. */
  and: string
}

/**
 * A citation in an author-date style: `(Polanyi, 1944, p. 12; see Sen, 1981)`, or `Polanyi (1944, p. 12)` as part of
 * the sentence. Each work is a link of its own; the writer's words around it are none.
 *
 * Works stand in the order of the list, and an author's name once before several years, unless the writer has put
 * words or places with them: then her order and every name stay.
 */
export function authorDateSegments(
  citation: object,
  items: readonly AuthorDateItem[],
  setting: AuthorDateSetting,
): CitationSegment[] {
  if (items.some(({item}) => namesWork(citation, item))) return narrative(citation, items, setting)
  const {open, close, delimiter} = setting.punctuation
  const isWorded = items.some(({item}) => prefixOf(item) || suffixOf(item))
  const ordered = isWorded ? items : items.toSorted((a, b) => a.rank - b.rank)
  const isPlain = ordered.every(({item}) => !isAuthorSuppressed(item) && !field(item, 'locator')) && !isWorded
  return [
    ...words(open),
    ...ordered.flatMap((cited, index) => {
      const repeats = isPlain && setting.punctuation.yearDelimiter !== null && isSameAuthor(ordered[index - 1], cited)
      const separator = index === 0 ? '' : repeats ? setting.punctuation.yearDelimiter : delimiter
      const html = repeats || isAuthorSuppressed(cited.item) ? cited.text.year : cited.text.full
      return [
        ...words((separator ?? '') + prefixOf(cited.item)),
        link(cited, html.replaceAll(AND_SIGN, '&amp;'), repeats ? cited.text.author : ''),
        ...words(suffixOf(cited.item)),
      ]
    }),
    ...words(close),
  ]
}

function narrative(
  citation: object,
  items: readonly AuthorDateItem[],
  {punctuation: {open, close}, and}: AuthorDateSetting,
): CitationSegment[] {
  return items.flatMap((cited, index) => {
    const {author, year} = cited.text
    const name = namesWork(citation, cited.item) ? `${author.replaceAll(AND_SIGN, escapeText(and))} ` : ''
    const date = `${escapeText(open)}${year}${escapeText(suffixOf(cited.item) + close)}`
    return [...words(narrativeSeparator(index, items.length, and) + prefixOf(cited.item)), link(cited, name + date, '')]
  })
}

function isAuthorSuppressed(item: object): boolean {
  return field(item, 'suppressAuthor') === true
}

function isSameAuthor(before: AuthorDateItem | undefined, {text}: AuthorDateItem): boolean {
  return before !== undefined && before.text.author === text.author && text.author !== ''
}

function link({id, href}: CitedItem, html: string, author: string): CitationSegment {
  const shown = plain(html)
  const said = author ? `${shown}, ${plain(author.replaceAll(AND_SIGN, '&amp;'))}` : shown
  return {html, link: {id, href, label: citingWords.reference(said)}, isRaised: false}
}

function plain(html: string): string {
  return unescapeText(html.replace(/<[^>]*>/g, ''))
}

function words(text: string): CitationSegment[] {
  return text ? [{html: escapeText(text), isRaised: false}] : []
}
