import type {IssuedRecord} from '@/lib/citations/reference'

import {readDate} from '../line/date'
import {monthNumber} from '../line/months'

/** The date of an entry from `date`, or `year`, `month` and `day`; null when it has none. */
export function readBibtexDate(field: (name: string) => string): IssuedRecord | null {
  if (
    /^(?:in ?press|forthcoming)$/i.test(field('pubstate')) ||
    /^(?:in press|forthcoming|to appear)$/i.test(field('year'))
  )
    return {status: 'inPress'}
  const extended = readExtendedDate(field('date'))
  if (extended) return extended
  const year = field('year').replace(/^(?:c|©)\s?(?=\d{4})/, '')
  const [, digits] = /^(-?\d{1,4})$/.exec(year) ?? []
  if (!digits) return readDate(year.replace(/^[[(]|[\])]$/g, ''))?.issued ?? readDate(field('date'))?.issued ?? null
  return {status: 'dated', year: Number(digits), ...monthAndDay(field('month'), field('day'))}
}

function monthAndDay(month: string, day: string): Partial<IssuedRecord> {
  const [, start, end] = /^(\p{L}+|\d{1,2})\s*[/–-]+\s*(\p{L}+|\d{1,2})$/u.exec(month) ?? []
  if (start && end) {
    const [first, last] = [monthAndDay(start, '').month, monthAndDay(end, '').month]
    return first ? {month: first, ...(last && last !== first ? {endMonth: last} : {})} : {}
  }
  const [, before, name = '', after] =
    /^(\d{1,2}(?=\D))?[\s.~]*([\p{L}]+\.?|\d{1,2})?[\s.~,]*(\d{1,2})?$/u.exec(month) ?? []
  const number = /^\d/.test(name) ? Number(name) : monthNumber(name)
  if (!number || number < 1 || number > 12) return {}
  const [digits] = /^\d{1,2}/.exec(day || after || before || '') ?? []
  return {month: number, ...(digits ? {day: Number(digits)} : {})}
}

/** EDTF as biblatex has it: `2003/2008`, `2020-03`, `1590~`, `-0349`. */
export function readExtendedDate(text: string): IssuedRecord | null {
  const [, start = '', end] = /^(-?[\d-]+[~?%]?)(?:\/(-?[\d-]*[~?%]?|\.\.)?)?$/.exec(text.replace(/T.*$/, '')) ?? []
  const from = parts(start)
  if (!from) return null
  const to = end ? parts(end) : null
  return {
    status: 'dated',
    ...from,
    ...(/[~%]$/.test(start) ? {circa: true} : {}),
    ...(to && to.year !== from.year ? {endYear: to.year} : {}),
    ...(to?.month && (to.year !== from.year || to.month !== from.month) ? {endMonth: to.month} : {}),
    ...(to?.day && end !== start ? {endDay: to.day} : {}),
  }
}

function parts(text: string): {year: number; month?: number; day?: number} | null {
  const [, year, month, day] = /^(-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(text) ?? []
  if (!year) return null
  const number = Number(month)
  if (!(number >= 1 && number <= 12)) return {year: Number(year)}
  return {year: Number(year), month: number, ...(day ? {day: Number(day)} : {})}
}
