import {knownLanguage, knownTimeZone} from '@/lib/vocabularies/locale'

/** Where and in which language dates are read; both come from the settings, and a mistaken one counts as `UTC`, `en`. */
export interface DateSettings {
  /** IANA, such as `Europe/Vienna`. */
  timeZone?: string | null
  /** BCP 47. */
  language?: string | null
}

/** `January 10, 2026`, as the settings' language writes it; `''` for what is no date. */
export function formatDate(instant: string, settings: DateSettings = {}): string {
  return formatted(instant, settings, {dateStyle: 'long'})
}

/** `January 2026`. */
export function formatMonth(instant: string, settings: DateSettings = {}): string {
  return formatted(instant, settings, {month: 'long', year: 'numeric'})
}

/** The day in the settings' time zone, `YYYY-MM-DD`; `''` for what is no date. */
export function machineDate(instant: string, {timeZone}: DateSettings = {}): string {
  return formatted(instant, {timeZone, language: 'sv-SE'}, {year: 'numeric', month: '2-digit', day: '2-digit'})
}

/** The instant as ISO 8601 in UTC, for `<time datetime>` and feeds; `''` for what is no date. */
export function machineInstant(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

/** A plain `YYYY-MM-DD` has no time zone and stays the day that it names. */
function formatted(instant: string, settings: DateSettings, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  const timeZone = isPlainDate(instant) ? 'UTC' : knownTimeZone(settings.timeZone)
  return new Intl.DateTimeFormat(knownLanguage(settings.language), {...options, timeZone, calendar: 'gregory'}).format(
    date,
  )
}

function isPlainDate(instant: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(instant)
}
