import {readDate, type DateReading} from './date'

export interface FoundDate extends DateReading {
  /** Offsets of the bracketed date. */
  start: number
  end: number
}

/** The first date in round (or square) brackets within the first part of an entry, or null. */
export function findDate(text: string, maxOffset = 1500): FoundDate | null {
  for (const match of text.slice(0, maxOffset).matchAll(/[([]([^()[\]]{2,60})[)\]]/g)) {
    const date = readDate(match[1] ?? '')
    if (date) return {...date, start: match.index, end: match.index + match[0].length}
  }
  return null
}
