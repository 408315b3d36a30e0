import {readDate} from './date'

/** A day in words or figures as `YYYY-MM-DD`; null when the text names no day. */
export function isoDay(text: string): string | null {
  const [, dotDay, dotMonth, dotYear] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text.trim()) ?? []
  const plain = dotYear ? `${dotYear}-${dotMonth}-${dotDay}` : text.trim()
  const {year, month, day} = (readDate(plain.replace(/\.(?= )/g, '')) ?? readDate(plain))?.issued ?? {}
  if (!year || !month || !day) return null
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
