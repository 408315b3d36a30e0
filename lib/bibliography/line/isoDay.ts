import {readDate} from './date'

/** A day in words or figures as `YYYY-MM-DD`; null when the text names no day. */
export function isoDay(text: string): string | null {
  const {year, month, day} = (readDate(text.trim().replace(/\.(?= )/g, '')) ?? readDate(text.trim()))?.issued ?? {}
  if (!year || !month || !day) return null
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
