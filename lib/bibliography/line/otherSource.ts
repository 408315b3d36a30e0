import type {EntryFields} from '../entryFields'
import {readDate} from './date'
import {readEdition} from './edition'
import {readPersons} from './nameList'
import {readOtherChapter} from './otherChapter'
import {readSource, type SourceKind} from './source'

/** `PhD diss., University of Chicago` */
const THESIS =
  /^((?:Ph\.?D\.?|Doctoral|Master[’']?s|M\.?A\.?|M\.?S\.?c?\.?|Diploma|Dissertation|Diss)\.?,?(?: (?:diss\.?|dissertation|thesis))?), (.{3,80}?)\.?$/i

const YEAR = '(?:1[4-9]|20)\\d{2}'
/** Numbers behind these are of pages. */
const NO_PAGE = '(?<![-–:\\d]|\\d: |pp?\\. ?|S\\. )'
const MONTH =
  '(?:Jan(?:uary|uar)?|Jänner|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\\.?'
const DATES = new RegExp(
  `\\(?(?:\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? ${YEAR}|\\b${MONTH} \\d{1,2},? ${YEAR}|\\b${YEAR} ${MONTH}(?: \\d{1,2})?|\\b${MONTH}(?:[-–/]${MONTH})? ${YEAR}|\\b${YEAR}-\\d{2}-\\d{2}|${NO_PAGE}(?:\\bc|©|\\b)${YEAR}[a-z]?(?:[-–](?:${YEAR}|\\d{2}))?(?![-–\\d])\\b|\\bn\\.d\\.|\\b[Ii]n press(?: ${YEAR})?|\\b[Ff]orthcoming)\\)?`,
  'gu',
)

/** Reads what stands behind a title in MLA, Chicago or Vancouver style: the date is somewhere among publisher, journal and pages. */
export function readOtherSource(behind: string, fields: EntryFields, isQuoted: boolean): SourceKind {
  const source = takeVideo(behind, fields)
  const rest = takeEdition(takeEditors(takeDate(source, fields), fields), fields)
  const text = rest
    .replace(/\s*[;:]\s*(\d+)\s*\(([\w .–-]{1,24})\)\s*:\s*/, ', $1($2), ')
    .replace(/\s*;\s*(\d+)\s*:\s*(?=[\w])/, ', $1, ')
    .replace(/\s*,\s*(?=[,.:;)])/g, '')
    .replace(/\s+,/g, ',')
    .replace(/[;,]\s*\./g, '.')
    .replace(/\(\s*\)|,?\s*:\s*(?=\d)/g, ', ')
    .replace(/\.\s*,/g, ',')
    .replace(/,\s*,/g, ',')
    .replace(/^[\s.,;:]+|[\s,;:]+$/g, '')
  if (text === '') return 'none'
  if (/^in:? .{3,200}\((?:eds?|hg|hrsg)\.?\)/i.test(text)) return readSource(text.replace(/^in/, 'In'), fields)
  const thesis = THESIS.exec(text)
  if (thesis) {
    fields.set('genre', thesis[1]?.replace(/\.$/, ''), 'likely')
    fields.set('publisher', thesis[2], 'likely')
    return 'plain'
  }
  const [, volume, journal, page] = /^(\d{1,4}) (\p{Lu}[\p{L}. ]{1,60}?) (\d+)\.?$/u.exec(text) ?? []
  if (journal) {
    fields.set('containerTitle', journal, 'likely')
    fields.set('volume', volume, 'likely')
    fields.set('page', page, 'likely')
    return 'journal'
  }
  const chapter = readOtherChapter(text, fields, isQuoted)
  if (chapter) return chapter
  const kind = readSource(text, fields)
  if (kind !== 'plain' || !isQuoted || !fields.reference.publisher) return kind
  fields.set('containerTitle', fields.reference.publisher, 'guess')
  fields.drop('publisher')
  return kind
}

/** `Video, 12:51.` */
function takeVideo(source: string, fields: EntryFields): string {
  const [whole, kind, length] =
    /[.,]\s+(Video|Film|DVD|Audio|Podcast)(?:, (\d+:\d\d(?::\d\d)?))?\.?\s*$/.exec(source) ?? []
  if (!whole) return source
  fields.set('genre', kind, 'likely')
  if (length) fields.problems.push(`Not kept: “${length}”, the length.`)
  return source.slice(0, -whole.length)
}

/** The fullest date counts; it is cut out of the text. */
function takeDate(source: string, fields: EntryFields): string {
  const found = [...source.slice(0, 1000).matchAll(DATES)]
    .map((match) => ({
      match,
      date: readDate(match[0].replace(/[()]|^c(?=\d)|©/g, '').replace(/^(in press) \d+$/i, '$1')),
    }))
    .filter(({date}) => date !== null)
  const best =
    found.find(({date}) => date?.issued.day) ??
    found.find(({date}) => date?.issued.month) ??
    found.findLast(({match}) => match[0].startsWith('(')) ??
    found.at(-1)
  if (!best?.date) return source
  fields.set('issued', best.date.issued, found.length > 1 ? 'guess' : 'likely')
  fields.problems.push(...best.date.problems)
  const {index} = best.match
  const [first, year] = /^\s*((?:1[4-9]|20)\d{2})\.\s+(?=\S)/.exec(source) ?? []
  if (first && index > first.length) {
    fields.problems.push(`First published in ${year}, which has no field of its own.`)
    return source.slice(first.length, index) + source.slice(index + best.match[0].length)
  }
  const words = best.match[0].startsWith('(') ? best.match[0] : best.match[0].replace(/\)$/, '')
  return source.slice(0, index) + source.slice(index + words.length)
}

const EDITED =
  /,?\s*(?:\b[Ee]d(?:ited|s)?\.?(?: by)?|\bHrsg\. von) ((?:(?<![\p{L}.’'-])\p{Lu}[\p{L}.’'-]*(?: (?=\p{Lu}|and |& |van |von |de ))?|and |& |, (?=and |\p{Lu}\p{L}+ \p{Lu})|van |von |de )+?)(?=[,.]\s|\s\(|$)/u
const TRANSLATED =
  /(?:,\s*|(?<=[.;)]\s)|^\s*)\b[Tt]rans(?:lated|l?\.)(?: by)? ((?:(?<![\p{L}.’'-])\p{Lu}[\p{L}.’'-]*(?: (?=\p{Lu}|and |& ))?|and |& )+?)(?=[,.]\s|$)/u

function takeEditors(source: string, fields: EntryFields): string {
  let text = source
  for (const [role, pattern] of [
    ['editor', EDITED],
    ['translator', TRANSLATED],
  ] as const) {
    const match = pattern.exec(text.slice(0, 800))
    const people = match?.[1] ? readPersons(match[1], ['forward', 'forward-full']) : null
    if (!match || !people) continue
    fields.set(role, people.contributors, 'likely')
    text = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  }
  return text
}

function takeEdition(source: string, fields: EntryFields): string {
  const match =
    /(?:^|[,.] ?)\s*((?:\d+(?:st|nd|rd|th)|[Rr]ev(?:ised|\.)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth) ed(?:ition|n|\.)?)\.?,?/.exec(
      source.slice(0, 400),
    )
  if (!match) return source
  fields.set('edition', readEdition(match[1] ?? ''), 'likely')
  return `${source.slice(0, match.index)}. ${source.slice(match.index + match[0].length)}`
}
