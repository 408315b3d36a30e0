import type {TextBlock} from '@/lib/manuscripts/body'

import {
  headingLevel,
  type HeadRole,
  isCaption,
  isNumberedHeading,
  isQuotation,
  wordListItem,
  type WordListItem,
} from './elements'
import type {Look} from './looks'
import type {MarkupElement} from './markup'

/** Where a text stands: what its next paragraph will be. */
export interface Place extends Look {
  shape: Pick<TextBlock, 'style' | 'listItem' | 'level'>
  /** 1 to 6, before levels are set right. */
  heading: number | null
  isCaption: boolean
  role: HeadRole | null
  listLevel: number
  /** How many quotations it is in. */
  quoteDepth: number
}

/** A paragraph of text without emphasis. */
export const START: Place = {
  marks: [],
  href: null,
  shape: {style: 'normal'},
  heading: null,
  isCaption: false,
  role: null,
  listLevel: 0,
  quoteDepth: 0,
}

/** Whether a new item of a list begins with an element. */
export function beginsItem(element: MarkupElement): boolean {
  return element.tag === 'li' || wordListItem(element) !== null
}

/**
 * What to tell the editor when a number that was written will be another: lists count from 1, and on as long as nothing
 * stands between them; headings have none. Null when all is well.
 *
 * @param next - the number that an item of a list would have here.
 */
export function lostNumber(element: MarkupElement, {at, next}: {at: Place; next: number}): string | null {
  if (isNumberedHeading(element)) return 'The numbers of headings were left out: Word counts them, the text does not.'
  const written = firstNumber(element, at)
  if (written === null || written === next) return null
  return next === 1
    ? `A list that counts on from ${written} begins at 1 here: words stand between it and the one before.`
    : 'Two numbered lists stand next to each other and count as one: put words between them.'
}

/** The number with which a list of the first level begins or, in Word, goes on; null for everything else. */
function firstNumber(element: MarkupElement, at: Place): number | null {
  if (element.tag === 'ol' && at.listLevel === 0) return Number(element.attributes.get('start') ?? 1) || 1
  const word = wordListItem(element)
  return word?.level === 1 ? word.number : null
}

/** What words in a block element belong to. */
export function placeIn(element: MarkupElement, at: Place): Place {
  const {tag} = element
  const word = wordListItem(element)
  if (word) return listPlace(word, at)
  if (tag === 'li') {
    const inList = Number(element.attributes.get('aria-level') ?? element.attributes.get('data-aria-level'))
    return listPlace({kind: at.shape.listItem ?? 'bullet', level: inList || Math.max(at.listLevel, 1)}, at)
  }
  if (tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir') {
    const listItem = tag === 'ol' ? 'number' : 'bullet'
    return {...at, listLevel: at.listLevel + 1, shape: {style: 'normal', listItem}}
  }
  if (at.shape.listItem) return at
  const heading = headingLevel(element)
  if (heading) return {...at, marks: at.marks.filter((mark) => mark !== 'strong'), heading, shape: {style: 'h2'}}
  if (isQuotation(element)) return {...at, shape: {style: 'blockquote'}}
  if (tag === 'dt') return {...at, marks: [...new Set([...at.marks, 'strong'])]}
  return isCaption(element) ? {...at, isCaption: true} : at
}

function listPlace({kind, level}: Pick<WordListItem, 'kind' | 'level'>, at: Place): Place {
  return {...at, shape: {style: 'normal', listItem: kind, level: Math.min(level, 10)}}
}
