import {toBareDoi} from '@/lib/identifiers/doi'
import {isWebUrl} from '@/lib/links/isWebUrl'
import {cleanLine} from '@/lib/citations/cleanLine'
import type {ContributorRecord, IssuedRecord, ReferenceRecord} from '@/lib/citations/reference'
import {referenceTypes} from '@/lib/citations/referenceTypes'

import type {CslDate, CslItem, CslName, DateParts} from './csl'
import {defined} from './defined'

/**
 * A reference as CSL-JSON, each field where the CSL specification has it and not where a style looks for it.
 *
 * Fields that are blank, an address that is not http(s) and a DOI that is none are left out; so is
 * the archived copy. A label that styles set themselves (`Vol. 3`) is taken off. Never throws.
 */
export function toNeutralItem(reference: ReferenceRecord): CslItem {
  const issued = reference.issued
  return defined({
    id: reference._id,
    type: referenceTypes.some(({value}) => value === reference.type) && reference.type ? reference.type : 'document',
    title: cleanLine(reference.title),
    'container-title': cleanLine(reference.containerTitle),
    publisher: cleanLine(reference.publisher),
    'publisher-place': cleanLine(reference.publisherPlace),
    genre: cleanLine(reference.genre),
    number: cleanLine(reference.number),
    edition: cleanLine(reference.edition),
    volume: cleanLine(reference.volume)?.replace(/^vol(?:ume|\.)? ?(?=\d)/i, ''),
    issue: cleanLine(reference.issue)?.replace(/^(?:no|nr|issue|number)\.? ?(?=\d)/i, ''),
    page: cleanLine(reference.page),
    language: languageTag(reference.language),
    status: issued?.status === 'inPress' ? 'in press' : undefined,
    author: names(reference.author),
    editor: names(reference.editor),
    translator: names(reference.translator),
    issued: issuedDate(issued),
    accessed: accessedDate(reference.accessed),
    URL: webUrl(reference.url),
    DOI: cleanLine(toBareDoi(cleanLine(reference.doi) ?? '')),
    ISBN: cleanLine(reference.isbn),
  })
}

function webUrl(value: string | null | undefined): string | undefined {
  const url = cleanLine(value)
  return url && isWebUrl(url) ? url : undefined
}

/** The engine looks languages up by name in plain objects, where `constructor` is found. */
function languageTag(value: string | null | undefined): string | undefined {
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.exec(value?.trim() ?? '')?.[0]
}

function names(contributors: readonly ContributorRecord[] | null | undefined): CslName[] | undefined {
  const list = (contributors ?? []).flatMap((contributor) => name(contributor) ?? [])
  return list.length > 0 ? list : undefined
}

function name({literal, family, given, particles, suffix}: ContributorRecord): CslName | undefined {
  if (cleanLine(literal)) return {literal: cleanLine(literal)}
  if (!cleanLine(family)) return cleanLine(given) ? {literal: cleanLine(given)} : undefined
  return defined({
    family: cleanLine(family),
    given: cleanLine(given),
    'non-dropping-particle': cleanLine(particles),
    suffix: cleanLine(suffix),
  })
}

function issuedDate(issued: IssuedRecord | null | undefined): CslDate | undefined {
  if (!issued?.year || issued.status === 'nd' || issued.status === 'inPress') return undefined
  const start = dateParts(issued.year, issued.month, issued.day)
  return {'date-parts': rangeParts(start, endParts(issued, issued.year)), ...(issued.circa ? {circa: true} : {})}
}

/** An end in the same year may be given by its month alone, one in the same month by its day. */
function endParts(issued: IssuedRecord, startYear: number): DateParts | undefined {
  const {endYear, endMonth, endDay} = issued
  if (!endYear && !endMonth && !endDay) return undefined
  const year = endYear ?? startYear
  return dateParts(year, endMonth ?? (year === startYear ? issued.month : null), endDay)
}

/** The engine throws on ends of different precision, so both are cut to the coarser; an end before its start is dropped. */
function rangeParts(start: DateParts, end: DateParts | undefined): DateParts[] {
  if (!end) return [start]
  const [year, month, day] = start
  const precision = Math.min(start.length, end.length)
  const from = dateParts(year, precision > 1 ? month : null, precision > 2 ? day : null)
  const to = dateParts(end[0], precision > 1 ? end[1] : null, precision > 2 ? end[2] : null)
  return order(from) < order(to) ? [from, to] : [start]
}

function order([year, month = 0, day = 0]: DateParts): number {
  return year * 10_000 + month * 100 + day
}

/** A month or day that the calendar does not have is left out. */
function dateParts(year: number, month?: number | null, day?: number | null): DateParts {
  if (!month || !Number.isInteger(month) || month < 1 || month > 12) return [Math.trunc(year)]
  const isDay = day && Number.isInteger(day) && day >= 1 && day <= 31
  return isDay ? [Math.trunc(year), month, day] : [Math.trunc(year), month]
}

function accessedDate(value: string | null | undefined): CslDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(value ?? '') ?? []
  return year ? {'date-parts': [dateParts(Number(year), Number(month), Number(day))]} : undefined
}
