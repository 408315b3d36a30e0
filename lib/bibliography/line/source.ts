import type {EntryFields} from '../entryFields'
import {readBracketed} from './brackets'
import {readDate} from './date'
import {readEdition} from './edition'
import type {EmphasisedText} from './emphasis'
import {readIn} from './inSource'
import {keepPublisher} from './publisher'
import {sentences, withoutStop} from './sentences'

/** What a source looks like, which says much about the type of the work. */
export type SourceKind = 'journal' | 'pages' | 'in' | 'plain' | 'none'

const PAGE = String.raw`(?:[A-Z]{0,2}\d+[A-Za-z]?|[ivxlc]+)`
const PAGES = String.raw`${PAGE}(?:\s?[-‐‑–—]\s?${PAGE})?(?:,\s${PAGE}(?:\s?[-–—]\s?${PAGE})?)*`
const ARTICLE = String.raw`(?:Article|Art\.?(?: no\.?| ID)?|Paper|e-?ID:?)\s+[A-Za-z]{0,4}[\d.-]+\w*|e[a-z]*\d+`

const VOLUME = String.raw`(?:vol(?:ume)?\.?\s*|Jg\.?\s*|Bd\.?\s*)?(L?\d{1,4}[A-Za-z]?(?:[-–/]\d{1,4})?|[IVXLC]+)`
const ISSUE = String.raw`(?:\s?\(([^()]{1,60})\)|,?\s(?:no\.?|nr\.?|issue|iss\.?|H\.)\s?([\w–-]+(?:\/\w+)?))?`
const JOURNAL = new RegExp(
  `^(.{2,200}?),?\\s${VOLUME}${ISSUE}(?:\\s?[,:;]\\s*(?:pp?\\.?\\s?|S\\.\\s?|pages\\s)?(${ARTICLE}|${PAGES}))?\\s*[.,]?$`,
  'iu',
)
const ISSUE_ONLY = new RegExp(
  `^(.{2,200}?),?\\s(?:\\((\\d[^()]{0,20})\\)|(?:no|nr|issue)\\.?\\s?(\\d+))(?:[,:]\\s*(?:pp?\\.?\\s?)?(${PAGES}))?\\.?$`,
  'iu',
)
const PAGED = new RegExp(`^(.{2,200}?),\\s(?:pp?\\.?\\s?|pages\\s|S\\.\\s?)?(${PAGES})\\.?$`, 'u')
const ARTICLED = new RegExp(`^(.{2,200}?),\\s(${ARTICLE})\\.?$`, 'iu')

/** Reads what stands behind the title; `emphasised` tells which words were in italics. */
export function readSource(source: string, fields: EntryFields, emphasised?: EmphasisedText): SourceKind {
  const text = takeLooseBrackets(takeEdition(source.trim().replace(/^[.,;:]\s*/, ''), fields), fields)
  if (withoutStop(text) === '') return 'none'
  if (/^(?:In:?|in:?(?=\s\p{Lu}))\s/u.test(text)) return readIn(text.replace(/^in:?\s+/i, ''), fields)
  if (readPeriodical(withoutStop(text), fields))
    return fields.reference.volume || fields.reference.issue ? 'journal' : 'pages'
  const parts = sentences(text)
  const last = parts.at(-1)
  if (parts.length > 1 && last && readPeriodical(parts.slice(0, -1).join('. ') + `, ${last}`, fields)) return 'journal'
  if (parts.length > 1 && readPeriodical(parts[0] ?? '', fields)) return 'journal'
  const undated = takeDayAndMonth(text, fields)
  keepPlain(undated === text ? parts : sentences(undated), undated, fields, emphasised)
  return 'plain'
}

/** `Journal, 12(3), 45–67`, `Journal 12, no. 3: 45–67`, `Newspaper, A1`. */
function readPeriodical(text: string, fields: EntryFields): boolean {
  if (text.length > 320) return false
  const journal = JOURNAL.exec(text)
  if (journal && isName(journal[1]) && !(/[-–]/.test(journal[2] ?? '') && !journal[3] && !journal[4] && !journal[5])) {
    const [, name, volume, bracketed, issue, locator] = journal
    fields.set('containerTitle', withoutStop(name ?? ''), 'sure')
    fields.set('volume', volume, bracketed || issue || locator ? 'sure' : 'likely')
    fields.set('issue', issueNumber(bracketed ?? issue), 'sure')
    keepLocator(locator, fields)
    return true
  }
  const [, name, issue, otherIssue, locator] = ISSUE_ONLY.exec(text) ?? []
  if (isName(name)) {
    fields.set('containerTitle', withoutStop(name ?? ''), 'sure')
    fields.set('issue', issue ?? otherIssue, 'sure')
    keepLocator(locator, fields)
    return true
  }
  const paged = PAGED.exec(text) ?? ARTICLED.exec(text)
  if (!paged || !isName(paged[1])) return false
  fields.set('containerTitle', withoutStop(paged[1] ?? ''), 'likely')
  keepLocator(paged[2], fields)
  return true
}

function isName(name: string | undefined): boolean {
  return (
    name !== undefined && /\p{L}{2}/u.test(name) && !/^(?:In|pp?)\b\.?\s/.test(name) && !/[.?!]\s.*[.?!]\s/.test(name)
  )
}

function issueNumber(issue: string | undefined): string | undefined {
  return issue?.replace(/^(?:no|nr|issue|iss)\.?\s*/i, '').trim()
}

function keepLocator(locator: string | undefined, fields: EntryFields) {
  const article = locator && /^(?:Article|Art\.?(?: no\.?| ID)?|Paper|e-?ID:?)\s+(\S+)$|^(e[a-z]*\d+)$/i.exec(locator)
  if (article) fields.set('number', article[1] ?? article[2], 'sure')
  else fields.set('page', locator?.replace(/\s?[-‐‑–—]+\s?/g, '–'), 'sure')
}

function keepPlain(
  parts: readonly string[],
  text: string,
  fields: EntryFields,
  emphasised: EmphasisedText | undefined,
) {
  const [first = '', ...others] = parts
  const isContainer = emphasised?.italics.some(
    ([start, end]) => emphasised.text.slice(start, end).replace(/[.,]$/, '') === first,
  )
  if (isContainer) {
    fields.set('containerTitle', first, 'sure')
    if (others.length > 0) keepPublisher(others.join('. '), fields)
  } else if (fields.reference.publisher) fields.set('containerTitle', parts.join('. '), 'likely')
  else {
    keepPublisher(parts.length > 0 ? parts.join('. ') : text, fields)
    if (parts.length > 1 && fields.reference.publisher) fields.set('publisher', fields.reference.publisher, 'guess')
  }
}

/** Harvard writes the year first, and the day of a newspaper at the end: `BBC News, 3 May.` */
function takeDayAndMonth(text: string, fields: EntryFields): string {
  const {issued} = fields.reference
  const [whole, day] = /,\s*(\d{1,2} \p{Lu}\p{Ll}{2,8}|\p{Lu}\p{Ll}{2,8} \d{1,2})\.?$/u.exec(text) ?? []
  if (!whole || !issued?.year || issued.month) return text
  const date = readDate(`${issued.year}, ${day}`)?.issued
  if (!date?.month) return text
  fields.set('issued', {...issued, month: date.month, day: date.day}, 'likely')
  return text.slice(0, text.length - whole.length)
}

/** `2nd ed.` as a sentence of its own. */
function takeEdition(text: string, fields: EntryFields): string {
  const [whole, words = ''] =
    /^((?:\d{1,2}(?:st|nd|rd|th)|[Rr]ev(?:ised|\.)|\p{Lu}\p{Ll}+) (?:ed(?:n|ition)?|Aufl(?:age)?))[.,]\.?\s*/u.exec(
      text,
    ) ?? []
  const edition = whole ? readEdition(words) : null
  fields.set('edition', edition, 'sure')
  return whole && edition ? text.slice(whole.length) : text
}

/** Brackets that stand alone between title and source. */
function takeLooseBrackets(text: string, fields: EntryFields): string {
  const [whole, inner = ''] = /\s*[([]([^()[\]]*)[)\]]\.?$/.exec(text.slice(-200)) ?? []
  if (whole && /^original(?:ly)? (?:work )?published|^advance online/i.test(inner)) {
    if (!readBracketed(inner, fields)) fields.problems.push(`Not kept: “${inner}”.`)
    return text.slice(0, text.length - whole.length)
  }
  return text
}
