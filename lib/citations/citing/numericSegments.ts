import {escapeText} from '@/lib/citations/entries/entryFormat'

import {locatorBehind, numberLabel, prefixOf, suffixOf} from './calloutLabels'
import type {CitationSegment} from './citationSegment'
import {namesWork} from './namesWork'
import type {CitedItem} from './number'

export interface SentenceWords {
  /** How a sentence names a work: `Polanyi (1944)`. */
  nameOf: (referenceId: string) => string
  and: string
}

/**
 * A citation in a numbered style: raised numbers, each a link of its own; where the sentence names its works, behind the
 * name of each.
 *
 * Numbers ascend within a citation, as editors of scholarly journals set them, and are never drawn together into a range,
 * which would leave works without a link. Once a writer has put words around an item, the order is hers.
 */
export function numericSegments(
  citation: object,
  items: readonly CitedItem[],
  words: SentenceWords,
): CitationSegment[] {
  if (items.some(({item}) => namesWork(citation, item))) return narrative(citation, items, words)
  const isWorded = items.some(({item}) => prefixOf(item) || suffixOf(item))
  const ordered = isWorded ? items : items.toSorted((a, b) => a.number - b.number)
  const separator = items.some(({item}) => locatorBehind(item)) || isWorded ? '; ' : ', '
  return ordered.flatMap((cited, index) => [
    ...raisedText(index > 0 ? separator : ''),
    ...raisedText(prefixOf(cited.item)),
    ...numberSegments(cited),
  ])
}

function narrative(citation: object, items: readonly CitedItem[], {nameOf, and}: SentenceWords): CitationSegment[] {
  return items.flatMap((cited, index) => [
    ...textSegment(narrativeSeparator(index, items.length, and) + prefixOf(cited.item)),
    ...textSegment(namesWork(citation, cited.item) ? nameOf(cited.referenceId) : ''),
    ...numberSegments(cited),
  ])
}

/** What stands before an item of a list in a sentence: nothing, `, ` or ` and `. */
export function narrativeSeparator(index: number, count: number, and: string): string {
  if (index === 0) return ''
  return index === count - 1 ? ` ${and} ` : ', '
}

function numberSegments({number, id, href, item}: CitedItem): CitationSegment[] {
  const link = {id, href, label: numberLabel(number, item)}
  const locator = locatorBehind(item)
  return [
    {html: String(number), link, isRaised: true},
    ...(locator ? [{html: escapeText(locator), isRaised: true, isSilent: true}] : []),
    ...raisedText(suffixOf(item)),
  ]
}

function raisedText(text: string): CitationSegment[] {
  return text ? [{html: escapeText(text), isRaised: true}] : []
}

function textSegment(text: string): CitationSegment[] {
  return text ? [{html: escapeText(text), isRaised: false}] : []
}
