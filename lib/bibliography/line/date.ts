import type {IssuedRecord} from '@/lib/citations/reference'

import {DAY, MONTH, monthNumber} from './months'

export interface DateReading {
  issued: IssuedRecord
  problems: string[]
}

/**
 * A date as it stands between the brackets of an APA entry, or null when the text is none:
 * `2026, January 10`, `2026, 10 January`, `10 January 2026`, `2026-01-10`, `2025a`, `n.d.-a`, `in press`, `ca. 1200`,
 * `380 B.C.E.`, `2010–2012`, `2017, July 12–15`, `1899/1990`, `2026, Spring`.
 */
export function readDate(text: string): DateReading | null {
  const plain = text
    .trim()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[.,;:]$/, (end) => (end === '.' ? '.' : ''))
  if (plain.length > 80) return null
  return undated(plain) ?? republished(plain) ?? dated(plain)
}

function undated(text: string): DateReading | null {
  const nd = /^(?:n\. ?d\.?|nd|no date|undated|s\. ?[adf]\.?|o\. ?j\.?|b\. ?г\.?|無日期|无日期)(?:-? ?([a-z]))?$/i.exec(
    text,
  )
  if (nd) return {issued: {status: 'nd'}, problems: letterProblem(nd[1])}
  const inPress = /^(?:\d{4},? )?(?:in press|forthcoming|in print|im druck|sous presse)(?:-? ?([a-z]))?$/i.exec(text)
  return inPress ? {issued: {status: 'inPress'}, problems: letterProblem(inPress[1])} : null
}

/** APA writes the year of the original before the one of the edition at hand. */
function republished(text: string): DateReading | null {
  const [, original, year] = /^(?:ca?\. ?)?(\d{3,4})\/(\d{4})$/.exec(text) ?? []
  if (!year || Number(original) > Number(year)) return null
  return {
    issued: {status: 'dated', year: Number(year)},
    problems: [`First published in ${original}, which has no field of its own.`],
  }
}

function dated(text: string): DateReading | null {
  const [, about, rest = ''] = /^((?:ca?\.|circa|about|approx\.?|~) ?)?(.*)$/i.exec(text) ?? []
  const parts = yearFirst(rest) ?? yearLast(rest) ?? iso(rest)
  if (!parts) return null
  const {letter, season, ...issued} = parts
  return {
    issued: {status: 'dated', ...issued, ...(about ? {circa: true} : {})},
    problems: [
      ...letterProblem(letter),
      ...(season ? [`“${season}” is not kept: a date has a year, a month and a day.`] : []),
    ],
  }
}

type Parts = Omit<IssuedRecord, 'status'> & {letter?: string; season?: string}

const YEAR = String.raw`(\d{1,4})(?: ?(B\.? ?C\.?(?: ?E\.?)?|A\.? ?D\.?|C\.? ?E\.?))?([a-z])?`
const YEAR_FIRST = new RegExp(`^${YEAR}(?: ?- ?(\\d{2,4}|present|ongoing)?)?(?:[,;]? (.+?)\\.?)?$`, 'i')
const MONTH_DAY = new RegExp(`^${MONTH}(?: ${DAY})?(?: ?-(?: ?${MONTH})?(?: ?${DAY})?)?$`, 'i')
const DAY_MONTH = new RegExp(`^${DAY}(?: ?- ?${DAY})? ${MONTH}$`, 'i')
const SEASON =
  /^(?:(?:early |late |mid)?(?:spring|summer|autumn|fall|winter)(?:[-/](?:spring|summer|autumn|fall|winter))?|hilary|michaelmas|q[1-4])$/i

function yearFirst(text: string): Parts | null {
  const match = YEAR_FIRST.exec(text)
  if (!match) return null
  const [, digits = '', era = '', letter, end, rest] = match
  const isBefore = /^b/i.test(era)
  if (digits.length < 4 && !era && !(digits.length === 3 && !end && !rest)) return null
  const year = {year: isBefore ? -Number(digits) : Number(digits), ...(letter ? {letter} : {}), ...endYear(digits, end)}
  if (rest === undefined) return year
  const within = monthAndDay(rest)
  if (within) return {...year, ...within}
  return SEASON.test(rest) ? {...year, season: rest} : null
}

/** `2010-12` is a range only when the second number is no month. */
function endYear(start: string, end: string | undefined): Partial<Parts> {
  if (!end || !/^\d+$/.test(end)) return {}
  if (end.length === 2 && Number(end) <= 12 && Number(end) <= Number(start.slice(2))) return {month: Number(end)}
  const year = Number(start.slice(0, 4 - end.length) + end)
  return year > Number(start) ? {endYear: year} : {}
}

function monthAndDay(text: string): Parts | null {
  const first = MONTH_DAY.exec(text)
  if (first) {
    const [, month, day, endMonth, endDay] = first
    if (!monthNumber(month) || (endMonth && !monthNumber(endMonth))) return null
    return given({
      month: monthNumber(month),
      day: number(day),
      endMonth: monthNumber(endMonth),
      endDay: number(endDay),
    })
  }
  const second = DAY_MONTH.exec(text)
  if (!second || !monthNumber(second[3])) return null
  const [, day, endDay, month] = second
  return given({month: monthNumber(month), day: number(day), endDay: number(endDay)})
}

function yearLast(text: string): Parts | null {
  const [, before = '', year, letter] = /^(.{3,30}?),? (\d{4})([a-z])?\.?$/.exec(text) ?? []
  if (!year) return null
  const tail = {year: Number(year), ...(letter ? {letter} : {})}
  const within = monthAndDay(before.trim())
  if (within) return {...tail, ...within}
  return SEASON.test(before) ? {...tail, season: before} : null
}

function iso(text: string): Parts | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? []
  if (!year || Number(month) > 12 || Number(month) < 1) return null
  return given({year: Number(year), month: Number(month), day: number(day)})
}

function number(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number.parseInt(digits, 10)
}

function given(parts: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

function letterProblem(letter: string | undefined): string[] {
  return letter ? [`The letter “${letter}” after the date is left out: articles set their own.`] : []
}
