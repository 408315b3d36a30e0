import {text} from '@/lib/portable-text/walk'

import {isSeveral, locatorLabels, locatorText} from './locatorLabels'

/** What the mark shows: `2`, `2, p. 4`, `see 2, p. 4, emphasis added`. */
export function citedLabel(number: number, item: object): string {
  const locator = text(item, 'locator').trim()
  const place = locator ? `${number}, ${locatorText(locator, text(item, 'label'))}` : String(number)
  return join(text(item, 'prefix'), place, text(item, 'suffix'))
}

/** What a screen reader says instead: `Reference 2, page 4`, `see Reference 2, pages 4–7`. */
export function spokenLabel(number: number, item: object): string {
  const locator = text(item, 'locator').trim()
  const place = locator ? `Reference ${number}, ${spokenLocator(locator, text(item, 'label'))}` : `Reference ${number}`
  return join(text(item, 'prefix'), place, text(item, 'suffix'))
}

function spokenLocator(locator: string, label: string): string {
  const {value} = locatorLabels.find((known) => known.value === label) ?? locatorLabels[0]
  return `${isSeveral(locator) ? `${value}s` : value} ${locator}`
}

/** A suffix that begins with punctuation brings its own separator. */
function join(prefix: string, place: string, suffix: string): string {
  const before = prefix.trim() ? `${prefix.trim()} ` : ''
  const after = suffix.trim()
  return before + place + (after && !/^[,;:.)]/.test(after) ? ` ${after}` : after)
}
