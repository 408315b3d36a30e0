import type {EmphasisedText} from './emphasis'
import {EntryFields} from '../entryFields'
import {arrange} from './arrange'
import {readCommaSource} from './commaSource'
import {findDate} from './findDate'
import {COLLECTIVE, readHead} from './head'
import {keepAddresses, type LineAddresses} from './lineAddresses'
import {isTitleCase} from './organisations'
import {sentences} from './sentences'
import {readSource, type SourceKind} from './source'
import {cutTitle, keepTitle} from './title'
import {typeOf} from './typeOf'

/**
 * An entry in APA style, `Makers. (date). Title. Source.` or `Title. (date). Source.`; Harvard's `Makers (year) Title`
 * reads the same. Null when there is no date in brackets, or what stands before it is neither names nor a title.
 *
 * @see https://apastyle.apa.org/style-grammar-guidelines/references/basic-principles
 */
export function readApa(emphasised: EmphasisedText, addresses: LineAddresses): EntryFields | null {
  const {text} = emphasised
  const date = findDate(text)
  if (!date) return null
  const head = text.slice(0, date.start).trim()
  if (isOtherStyle(head) || (isLast(text, date.end) && ENDS_IN_PAGES.test(head))) return null
  const fields = new EntryFields()
  fields.set('issued', date.issued, 'sure')
  fields.problems.push(...date.problems)
  keepAddresses(addresses, fields)

  const tail = text.slice(date.end).replace(/^[\s.,:;]+/, '')
  const offset = text.length - tail.length
  const headItalic = emphasised.italics.some(([start, end]) => start <= 1 && end >= head.length * 0.5)
  const isTitle =
    head !== '' && (headItalic || /^In\s/.test(tail) || tail === '' || (isSentence(head) && !COLLECTIVE.test(head)))
  const reading = head === '' ? 'makers' : readHead(head, fields, isTitle)
  const {genreType, source, isTitleItalic} =
    reading === 'title' ? readUntitled(head, tail, fields, emphasised) : readTitled(tail, offset, fields, emphasised)
  const [type, confidence] = typeOf(fields, {genreType, source, isTitleItalic})
  fields.set('type', type, confidence)
  doubt(fields, {head, tail, isUntitled: reading === 'title'})
  arrange(fields, emphasised)
  return fields
}

const MAY_BE_NAMES = /^[\p{L}'’ -]{2,30}, \p{Lu}\.|, & /u

/** `Kaplan, M. Pepper` before the date */
const NAME_AND_TITLE = /^\p{Lu}[\p{L}'’-]+, (?:\p{Lu}\. ?)+(?:\([^()]{3,40}\)\. \S|\[|\p{Lu}\p{Ll}{2,})/u

/** `; Smith, J. (2010b).` */
const SECOND_WORK =
  /[.;]\s\p{Lu}[\p{L}'’-]+, (?:\p{Lu}\. ?){1,3}(?:[,&] ?[^()]{3,200})?\((?:\d{4}[a-z]?(?:, [^()]{3,20})?|n\.d\.)\)/u

/** Lines that read well, and may mean something else all the same. */
function doubt(fields: EntryFields, {head, tail, isUntitled}: {head: string; tail: string; isUntitled: boolean}) {
  if (fields.confidence.author !== 'sure' && NAME_AND_TITLE.test(head)) {
    fields.problems.push(`Names and title could not be told apart: “${head}”.`)
    fields.weaken('guess')
  } else if (isUntitled && (MAY_BE_NAMES.test(head) || (tail !== '' && /^\p{Ll}+ \p{Ll}+\.?$/u.test(head)))) {
    fields.problems.push(`Taken for the title: “${head}”. If it is a name, write it as the author.`)
    fields.weaken('guess')
  }
  if (SECOND_WORK.test(tail)) {
    fields.problems.push('This line may hold two works: set each on a line of its own.')
    fields.weaken('guess')
  }
  if (!/\p{Lu}|\p{Lo}/u.test(head + tail)) fields.weaken('guess')
}

/** `Nature 468, 1012 (2010)` */
const ENDS_IN_PAGES = /[,:] ?[A-Za-z]?\d+(?:[–-]\d+)?$/

function isLast(text: string, end: number): boolean {
  return /^[\s.,]*$/.test(text.slice(end))
}

/** Chicago and MLA set a quoted title or further sentences before the year. */
function isOtherStyle(head: string): boolean {
  return (
    /["“”«»].*["“”«»]|, [‘'][^‘]{3,300}[’']$/.test(head) ||
    (/\d{1,4}$|\d\)?,?$/.test(head) && /\d/.test(head) && sentences(head).length > 1)
  )
}

/** Words that names and titles in capitals do not have small. */
function isSentence(head: string): boolean {
  return (
    head.split(' ').length > 1 && !/,\s\p{Lu}\.|\p{Lu}\.,|&/u.test(head) && !isTitleCase(head.replace(/\s*[([].*$/, ''))
  )
}

interface Parts {
  genreType: ReturnType<typeof keepTitle>
  source: SourceKind
  isTitleItalic: boolean | null
}

function readUntitled(head: string, tail: string, fields: EntryFields, emphasised: EmphasisedText): Parts {
  const genreType = keepTitle(head, fields)
  const source = readSource(tail, fields, emphasised)
  const isTitleItalic = emphasised.italics.length === 0 ? null : emphasised.italics.some(([start]) => start <= 1)
  return {genreType, source, isTitleItalic}
}

function readTitled(tail: string, offset: number, fields: EntryFields, emphasised: EmphasisedText): Parts {
  const {title, rest, isSure} = cutTitle(tail, emphasised, offset)
  const genreType = keepTitle(title, fields)
  if (!isSure && fields.reference.title) fields.set('title', fields.reference.title, 'likely')
  const source = rest.trim() === '' ? readCommaSource(fields) : readSource(rest, fields, emphasised)
  if (!isSure && fields.confidence.publisher === 'sure') fields.set('publisher', fields.reference.publisher, 'likely')
  const isTitleItalic =
    emphasised.italics.length === 0
      ? null
      : emphasised.italics.some(([start, end]) => start >= offset && start <= offset + 1 && end > start)
  return {genreType, source, isTitleItalic}
}
