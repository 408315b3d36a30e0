import {readDate, type DateReading} from './date'

export interface FoundDate extends DateReading {
  /** Offsets of the bracketed date. */
  start: number
  end: number
}

/** The first date in round (or square) brackets within the first part of an entry, or null; of two side by side the second, for a title may end in a year. */
export function findDate(text: string, maxOffset = 1500): FoundDate | null {
  let found: FoundDate | null = null
  for (const match of text.slice(0, maxOffset).matchAll(/[([]([^()[\]]{2,60})[)\]]/g)) {
    if (found && !/^\.?\s?$/.test(text.slice(found.end, match.index))) break
    const date = readDate(match[1] ?? '')
    if (date) found = {...date, start: match.index, end: match.index + match[0].length}
    else if (found) break
  }
  return found
}
