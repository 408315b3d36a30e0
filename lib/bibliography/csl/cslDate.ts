import type {IssuedRecord} from '@/lib/citations/reference'

import {readExtendedDate} from '../bibtex/bibtexDate'
import {readDate} from '../line/date'
import type {LooseDate} from './cslItem'

/** A CSL date: parts, a range, `raw` or `literal` words, `circa`, a season. Null when it says nothing. */
export function readCslDate(date: LooseDate): IssuedRecord | null {
  if (!date) return null
  const [start = [], end = []] = date['date-parts'] ?? []
  const [year, month, day] = start
  if (!year) return inWords(date.raw ?? date.literal ?? '')
  const [endYear, endMonth, endDay] = end
  return {
    status: 'dated',
    year,
    ...(isMonth(month) ? {month} : {}),
    ...(isMonth(month) && day ? {day} : {}),
    ...(date.circa && date.circa !== '0' && date.circa !== 'false' ? {circa: true} : {}),
    ...(endYear && endYear !== year ? {endYear} : {}),
    ...(isMonth(endMonth) && (endYear !== year || endMonth !== month) ? {endMonth} : {}),
    ...(endDay && (endDay !== day || endMonth !== month) ? {endDay} : {}),
  }
}

function isMonth(month: number | undefined): month is number {
  return month !== undefined && month >= 1 && month <= 12
}

function inWords(words: string): IssuedRecord | null {
  return readExtendedDate(words) ?? readDate(words)?.issued ?? null
}
