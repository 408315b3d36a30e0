import type {EntryFields} from '../entryFields'
import {readBracketed} from './brackets'
import {readDate} from './date'
import {readEdition} from './edition'
import type {EmphasisedText} from './emphasis'
import {hasOrganisationWord} from './organisations'
import {isPublishingHouse} from './outlets'
import {readIn} from './inSource'
import {keepLocator, PAGES, readPeriodical} from './periodical'
import {isImprint, keepPublisher} from './publisher'
import {sentences, withoutStop} from './sentences'

/** What a source looks like, which says much about the type of the work. */
export type SourceKind = 'journal' | 'pages' | 'in' | 'plain' | 'none'

/** Reads what stands behind the title; `emphasised` tells which words were in italics. */
export function readSource(source: string, fields: EntryFields, emphasised?: EmphasisedText): SourceKind {
  const bare = takeLooseBrackets(takeEdition(source.trim().replace(/^[.,;:]\s*/, ''), fields), fields)
  if (withoutStop(bare) === '') return 'none'
  if (/^(?:In:?|in:?(?=\s\p{Lu}))\s/u.test(bare)) return readIn(bare.replace(/^in:?\s+/i, ''), fields)
  const [, event] = /^(?:Paper )?[Pp]resented at (?:the )?(.{3,200}?)\.?$/.exec(bare) ?? []
  if (event) {
    fields.set('genre', fields.reference.genre ?? 'Paper presentation', 'likely')
    fields.set('publisher', event, 'likely')
    return 'plain'
  }
  if (/^On \S/.test(bare) && /song|track|recording/i.test(fields.reference.genre ?? ''))
    return readAlbum(bare.slice(3), fields)
  const text = takeDayAndMonth(withoutAdvance(bare, fields), fields)
  if (takePages(text, fields)) return 'pages'
  if (readPeriodical(withoutStop(text), fields))
    return fields.reference.volume || fields.reference.issue ? 'journal' : 'pages'
  const parts = sentences(text)
  const last = parts.at(-1)
  if (parts.length > 1 && last && readPeriodical(parts.slice(0, -1).join('. ') + `, ${last}`, fields)) return 'journal'
  if (parts.length > 1 && readPeriodical(parts[0] ?? '', fields)) return 'journal'
  keepPlain(parts, text, fields, emphasised)
  return 'plain'
}

function keepPlain(
  parts: readonly string[],
  text: string,
  fields: EntryFields,
  emphasised: EmphasisedText | undefined,
) {
  const [first = '', ...others] = parts
  if (THESIS.test(first) && others.length > 0) {
    fields.set('genre', first, 'likely')
    return keepPublisher(others.join('. '), fields)
  }
  const isContainer = emphasised?.italics.some(
    ([start, end]) => emphasised.text.slice(start, end).replace(/[.,]$/, '') === first,
  )
  if (isContainer) {
    fields.set('containerTitle', first, 'sure')
    if (others.length > 0) keepPublisher(others.join('. '), fields)
  } else if (fields.reference.publisher) fields.set('containerTitle', parts.join('. '), 'likely')
  else {
    if (takeSubtitle(parts, fields)) return keepPublisher(parts.at(-1) ?? '', fields)
    keepPublisher(parts.length > 0 ? parts.join('. ') : text, fields)
    if (parts.length > 1 && fields.reference.publisher) fields.set('publisher', fields.reference.publisher, 'guess')
  }
}

const THESIS =
  /^(?:Unpublished )?(?:Ph\.?D\.?|Doctoral|Master[’']?s|M\.?A\.?|M\.?Sc\.?|B\.?A\.?)\.? (?:thesis|dissertation)$/i

/** `Titel. Untertitel. Ort: Verlag`, as German lists have it. */
function takeSubtitle(parts: readonly string[], fields: EntryFields): boolean {
  const {title} = fields.reference
  const subtitle = parts.slice(0, -1).join('. ')
  const isSubtitle =
    parts.length === 2 && isImprint(parts[1] ?? '') && !isPublishingHouse(subtitle) && !hasOrganisationWord(subtitle)
  if (!title || !isSubtitle) return false
  fields.set('title', `${title}. ${subtitle}`, 'likely')
  return true
}

/** Harvard writes the year first, and the day of a newspaper at the end: `BBC News, 3 May.` */
function takeDayAndMonth(text: string, fields: EntryFields): string {
  const {issued} = fields.reference
  const [whole, day] =
    /(?:^|,\s*)(\d{1,2} \p{Lu}\p{Ll}{2,8}|\p{Lu}\p{Ll}{2,8} \d{1,2})(?=\.?$|, pp?\.)/u.exec(text) ?? []
  if (!whole || !issued?.year || issued.month) return text
  const date = readDate(`${issued.year}, ${day}`)?.issued
  if (!date?.month) return text
  fields.set('issued', {...issued, month: date.month, day: date.day}, 'likely')
  return text.replace(whole, '').replace(/^\.$/, '')
}

function readAlbum(text: string, fields: EntryFields): SourceKind {
  readIn(text, fields)
  return 'plain'
}

function withoutAdvance(text: string, fields: EntryFields): string {
  const [whole] = /[.,]?\s*\(?(?:Advance online publication|Online first|Epub ahead of print)\)?\.?$/i.exec(text) ?? []
  if (!whole) return text
  fields.problems.push(`Not kept: “${whole.replace(/^[\s.,(]+|[).]+$/g, '')}”.`)
  return text.slice(0, -whole.length)
}

/** `p. 45` alone, behind a paper that is its own author. */
function takePages(text: string, fields: EntryFields): boolean {
  const [, pages] = new RegExp(`^,?\\s*pp?\\. ?(${PAGES})\\.?$`, 'u').exec(text) ?? []
  keepLocator(pages, fields)
  return pages !== undefined
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
function takeLooseBrackets(source: string, fields: EntryFields): string {
  const [lead, before = ''] = /^\(([^()]{3,80})\)\.?\s+(?=\S)/.exec(source) ?? []
  const text = lead && readBracketed(before, fields) ? source.slice(lead.length) : source
  const [whole, inner = ''] = /\s*[([]([^()[\]]*)[)\]]\.?$/.exec(text.slice(-200)) ?? []
  if (whole && /^original(?:ly)? (?:work )?published|^advance online/i.test(inner)) {
    if (!readBracketed(inner, fields)) fields.problems.push(`Not kept: “${inner}”.`)
    return text.slice(0, text.length - whole.length)
  }
  return text
}
