import {readDate} from './date'
import {EntryFields} from '../entryFields'
import {keepAddresses, type LineAddresses} from './lineAddresses'

const REPORTER = String.raw`(?:[A-Z][\w.’'&]*(?: [A-Z0-9&][\w.’'&]*)*)`
const CASE = new RegExp(
  `^(.{2,200}? v(?:s?\\.|s)? .{2,200}?|In re .{2,200}?|Ex parte .{2,200}?), (\\d{1,4}) (${REPORTER}) (\\d+|_+)(?:, (\\d+[–\\d-]*))? \\(([^()]+)\\)\\.?$`,
  'u',
)
const NEUTRAL =
  /^([^[\]]{1,200}? v\.? [^[\]]{1,200}?),? \[(\d{4})\] (?:(\d+) )?([A-Z][A-Za-z. ()]{1,20}?) (\d+)(?: \(([^()]+)\))?(?:,? (\[\d{4}\] .{3,80}?))?\.?$/u
const DOCKET = /^(.{2,200}? v\.? .{2,200}?), (?:No|Nos|Case No|Docket No)\.? ([\w:.–-]+) \(([^()]+)\)\.?$/u
const STATUTE =
  /^(.{3,200}?),? (?:Pub(?:lic|\.)? ?L(?:aw|\.)? ?(?:No\.?)? ?(\d+[-–]\d+)(?:, (\d+) (Stat\.) (\d+))?|(\d+) (U\.S\.C\.(?:A\.)?|C\.F\.R\.|Stat\.|Fed\. Reg\.) (§§? ?[^()]+|\d+))(?: \((\d{4})\))?\.?$/u
const ACT =
  /^(An Act .{3,250}?|.{3,200}?\bAct\]?(?:,? \d{4})?),? ((?:\d+ (?:& \d+ )?[A-Z][a-z]+\.? (?:\d+ )?)?c(?:h)?\.? \d+|S\.I\. \d{4}\/\d+|SR \d[\d.]*|\d+\/\d{4}|[A-Z]\.[A-Z]\. \d+(?:, ch\. \d+)?)(?: \((\d{4})\))?\.?$/u

/** `Human Rights Act 1998, s 15(1)(b)` */
const SECTION = /^(\p{Lu}.{3,150}? Act ((?:1[4-9]|20)\d{2})),? ((?:ss?|art|sch|reg)\.? ?\d[\w().–-]{0,20})\.?$/u

/** A legal case or a law as lawyers cite them, with the date at the end; null for other lines. */
export function readLegal(text: string, addresses: LineAddresses): EntryFields | null {
  const fields = new EntryFields()
  if (!readCase(text, fields) && !readLaw(text, fields)) return null
  keepAddresses(addresses, fields)
  return fields
}

function readCase(text: string, fields: EntryFields): boolean {
  const [, title, volume, reporter, page, pin, inner] = CASE.exec(text) ?? []
  if (title) {
    keep(fields, {type: 'legal_case', title, volume, containerTitle: reporter, page})
    if (pin) fields.problems.push(`Not kept: “${pin}”, the page within the case; write it where you cite.`)
    return keepCourt(inner ?? '', fields)
  }
  const [, name, number, court] = DOCKET.exec(text) ?? []
  if (name) {
    keep(fields, {type: 'legal_case', title: name, number})
    return keepCourt(court ?? '', fields)
  }
  const [, party, year, part, series, first, place, parallel] = NEUTRAL.exec(text) ?? []
  if (!party) return false
  if (parallel) fields.problems.push(`Not kept: “${parallel}”, another report of the case.`)
  keep(fields, {type: 'legal_case', title: party, volume: part, containerTitle: series, page: first, publisher: place})
  fields.set('issued', {status: 'dated', year: Number(year)}, 'sure')
  return true
}

/** `9th Cir. 1991`, `9th Cir. March 3, 2020`, `1954`: the court stands before the date. */
function keepCourt(inner: string, fields: EntryFields): boolean {
  const words = inner.split(' ')
  for (let at = 0; at < words.length; at++) {
    const date = readDate(words.slice(at).join(' '))
    if (!date) continue
    fields.set('issued', date.issued, 'sure')
    fields.set('publisher', words.slice(0, at).join(' '), 'sure')
    return true
  }
  return false
}

function readLaw(text: string, fields: EntryFields): boolean {
  const [, title, number, volume, series, page, title2, code, section, year] = STATUTE.exec(text) ?? []
  if (title) {
    keep(fields, {
      type: 'legislation',
      title,
      number,
      volume: volume ?? title2,
      containerTitle: series ?? code,
      page: page ?? section?.trim(),
    })
    keepYear(year, fields)
    return true
  }
  const [, cited, of, pin] = SECTION.exec(text) ?? []
  if (cited) {
    keep(fields, {type: 'legislation', title: cited})
    keepYear(of, fields)
    fields.problems.push(`Not kept: “${pin}”, the place within the act; write it where you cite.`)
    return true
  }
  const [, act, chapter, enacted] = ACT.exec(text) ?? []
  if (!act) return false
  keep(fields, {type: 'legislation', title: act, number: chapter})
  keepYear(enacted, fields)
  return true
}

function keepYear(year: string | undefined, fields: EntryFields) {
  if (year) fields.set('issued', {status: 'dated', year: Number(year)}, 'sure')
}

type TextField = 'type' | 'title' | 'volume' | 'containerTitle' | 'page' | 'number' | 'publisher'

function keep(fields: EntryFields, values: Partial<Record<TextField, string | undefined>>) {
  for (const name of ['type', 'title', 'volume', 'containerTitle', 'page', 'number', 'publisher'] as const) {
    fields.set(name, values[name]?.trim(), 'sure')
  }
}
