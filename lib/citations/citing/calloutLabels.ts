import {text} from '@/lib/portable-text/walk'

import {citingWords} from './citingWords'
import {isSeveral, locatorLabels, locatorText} from './locatorLabels'

/** What stands behind the number of an item: `, p. 4`, or nothing. */
export function locatorBehind(item: object): string {
  const locator = text(item, 'locator').trim()
  return locator ? `, ${locatorText(locator, text(item, 'label'))}` : ''
}

/** What a screen reader says of a number: `2: reference`, `2, pages 4–7: reference`. */
export function numberLabel(number: number, item: object): string {
  const locator = text(item, 'locator').trim()
  if (!locator) return citingWords.reference(String(number))
  const {value} = locatorLabels.find((known) => known.value === text(item, 'label')) ?? locatorLabels[0]
  return citingWords.reference(`${number}, ${citingWords.locator(value, locator, isSeveral(locator))}`)
}

/** What the writer put before an item, with the space after it. */
export function prefixOf(item: object): string {
  const prefix = text(item, 'prefix').trim()
  return prefix ? `${prefix} ` : ''
}

/** What the writer put behind an item. A suffix that begins with punctuation brings its own separator. */
export function suffixOf(item: object): string {
  const suffix = text(item, 'suffix').trim()
  return suffix && !/^[,;:.)]/.test(suffix) ? ` ${suffix}` : suffix
}
