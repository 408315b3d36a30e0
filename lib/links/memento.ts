import {webHref} from './checkedAddress'

/** A copy of a page, as its own address tells it. */
export interface Memento {
  /** The page that was copied. */
  originalUrl: string
  /** `YYYY-MM-DD`, UTC. */
  date: string | null
}

/** `/web/20260110120000id_/https://example.org`, as web.archive.org and most national web archives write it. */
const STAMPED = /\/(\d{8})(?:\d{6})?(?:[a-z]{2}_)?\/(https?:\/.+)$/i

/** What an archive's address says about the copy behind it; `null` for any other address. */
export function mementoOf(url: string | null | undefined): Memento | null {
  const href = webHref(url)
  const [, stamp = '', original = ''] = STAMPED.exec(href ?? '') ?? []
  // Some software writes one slash where two were.
  const originalUrl = webHref(original.replace(/^(https?:)\/+/i, '$1//'))
  return originalUrl === null
    ? null
    : {originalUrl, date: calendarDate(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6)}`)}
}

/** The `YYYY-MM-DD` that a text begins with, when the calendar has that day. */
export function calendarDate(text: string | null | undefined): string | null {
  const [date] = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text?.trim() ?? '') ?? []
  const instant = new Date(`${date}T00:00:00Z`)
  return date && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null
}
