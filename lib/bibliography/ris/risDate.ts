import type {IssuedRecord} from '@/lib/citations/reference'

import {readDate} from '../line/date'

/** `2026/01/14`, `2026///Spring`, `2026-01-14`, `in press`; a range or `circa` after the third stroke. Null when it is no date. */
export function readRisDate(value: string): IssuedRecord | null {
  const [, year, month, day, other = ''] =
    /^(-?\d{1,4})(?:\/(\d{0,2}))?(?:\/(\d{0,2}))?(?:\/(.*))?$/.exec(value.trim()) ?? []
  if (!year) return readDate(value)?.issued ?? null
  const end = /\bto (-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?/.exec(other)
  const number = Number(month)
  const hasMonth = number >= 1 && number <= 12
  return {
    status: 'dated',
    year: Number(year),
    ...(hasMonth ? {month: number} : {}),
    ...(hasMonth && Number(day) ? {day: Number(day)} : {}),
    ...(/\bcirca\b|\bca\./i.test(other) ? {circa: true} : {}),
    ...(end ? endOf(end, Number(year), number) : {}),
  }
}

function endOf([, year, month, day]: RegExpExecArray, startYear: number, startMonth: number): Partial<IssuedRecord> {
  const isSameYear = Number(year) === startYear
  return {
    ...(isSameYear ? {} : {endYear: Number(year)}),
    ...(month && !(isSameYear && Number(month) === startMonth) ? {endMonth: Number(month)} : {}),
    ...(day ? {endDay: Number(day)} : {}),
  }
}
