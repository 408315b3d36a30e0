import {EntryFields} from '../entryFields'
import {readApa} from './apa'
import {arrange} from './arrange'
import type {EmphasisedText} from './emphasis'
import {keepLeadingNames, mixedNames} from './leadingNames'
import {readGenre} from './genres'
import {keepAddresses, type LineAddresses} from './lineAddresses'
import {readPersons} from './nameList'
import {hasOrganisationWord} from './organisations'
import {readOtherSource} from './otherSource'
import {cutTitle, keepTitle} from './title'
import {typeOf} from './typeOf'

const QUOTED = /^["“«„‘]([^"“”«»„]{2,400}?)[.,?!]?["”»“’][.,]?\s*|^'([^'"“”]{2,400}?)[.,?!]?'[.,]?\s+/

/**
 * An entry in MLA, Chicago, Harvard or Vancouver style as far as makers, title, date and address go; what is
 * behind the title is read by its place. No field is `sure`. Null when the line has neither makers, a year nor an address.
 */
export function readOtherStyle(emphasised: EmphasisedText, addresses: LineAddresses): EntryFields | null {
  const harvard = withoutBrackets(emphasised, addresses)
  if (harvard) return harvard
  const text = emphasised.text.replace(/(?<=[.\d] )(?:Print|Web)\.?$/, '').trimEnd()
  const fields = new EntryFields()
  keepAddresses(addresses, fields)
  const body = text.slice(keepLeadingNames(text, fields))
  const {author, editor, translator} = fields.reference
  const hasMakers = (author ?? editor ?? translator) !== undefined
  const hasYear = /\b(?:1[4-9]|20)\d{2}\b/.test(body)
  const hasAddress = addresses.url !== undefined || addresses.doi !== undefined
  if (!hasMakers && !hasYear && !hasAddress) return null
  if (!hasMakers && !hasAddress && !/[.,“"”]/.test(body.trim().slice(0, -1))) return null

  const quoted = QUOTED.exec(body)
  const cut = quoted
    ? {title: quoted[1] ?? quoted[2] ?? '', rest: body.slice(quoted[0].length)}
    : (cutRussian(body) ??
      cutImprint(body) ??
      cutNumbered(body) ??
      cutTitle(body, emphasised, text.length - body.length))
  const {title, rest} = quoted ? cut : splitAtEdition(splitAtYear(cut))
  const described = keepTitle(title, fields)
  const source = readOtherSource(rest, fields, Boolean(quoted))
  const genre = fields.reference.genre ?? ''
  const genreType = described ?? (/\bdiss\b/i.test(genre) ? 'thesis' : (readGenre(genre)?.type ?? null))
  const [type, confidence] = typeOf(fields, {genreType, source, isTitleItalic: quoted ? false : null})
  fields.set('type', type, confidence)
  fields.weaken('likely')
  if (!isBalanced(title)) fields.weaken('guess')
  if (!hasMakers) fields.weaken('guess')
  arrange(fields, emphasised)
  if (!fields.reference.title) return hasAddress || hasMakers ? fields : null
  return fields
}

function isBalanced(title: string): boolean {
  return title.split('(').length === title.split(')').length
}

/** A title without a full stop ends before a publisher and the year: `The great transformation, Beacon Press, 1944`. */
function splitAtYear({title, rest}: {title: string; rest: string}): {title: string; rest: string} {
  const [, before, source] =
    rest.trim() === ''
      ? (/^(.{3,300}?)[,.] ((?:[^,]{2,60}: )?[^,]{2,80}, (?:1[4-9]|20)\d{2}\b.*)$/.exec(title) ?? [])
      : []
  return before && source ? {title: before, rest: source} : {title, rest}
}

/** `Соль // Вопросы истории. — 2010. — № 3. — С. 45–67.` */
function cutRussian(body: string): {title: string; rest: string} | null {
  const [, title, source] = /^(.{3,300}?)\s\/\/\s(.{3,300})$/.exec(body) ?? []
  if (!title || !source) return null
  const rest = source
    .replace(/\.?\s*—\s*/g, ', ')
    .replace(/\.\s+(?=(?:\d{4}|№|Т\.|С\.|Вып\.))/g, ', ')
    .replace(/№\s*/g, 'no. ')
    .replace(/Т\.\s*(?=\d)/g, 'vol. ')
    .replace(/(?<!\p{L})С\.\s*(?=\d)/gu, 'pp. ')
  return {title, rest}
}

/** `The Salt Road (Penguin, 2010).` */
function cutImprint(body: string): {title: string; rest: string} | null {
  const [, title, imprint, year] = /^([^()]{3,300}?) \(([^()]{2,100}?),? ((?:1[4-9]|20)\d{2})\)\.?$/.exec(body) ?? []
  const isHouse = imprint && !/\d/.test(imprint) && !/[,.:] ?\d|\d$/.test(title ?? '')
  return title && isHouse ? {title, rest: `${imprint}, ${year}`} : null
}

/** `Salt and pepper, J. Salt 12 (2010) 45–67.` */
function cutNumbered(body: string): {title: string; rest: string} | null {
  const [, title, journal, year, pages] =
    /^(.{3,300}), (\p{Lu}[^,]{2,60}? \d{1,4}) \(((?:1[4-9]|20)\d{2})\) ([A-Za-z]?\d+(?:[–-]\d+)?)\.?$/u.exec(body) ?? []
  return title ? {title, rest: `${journal}, ${pages}, ${year}`} : null
}

/** `Title of the book, 3rd ed. Cambridge: MIT Press` */
function splitAtEdition({title, rest}: {title: string; rest: string}): {title: string; rest: string} {
  const [, before, edition] = /^(.{3,300}), (\d+(?:st|nd|rd|th) ed)\.?$/.exec(title) ?? []
  return before && edition ? {title: before, rest: `${edition}. ${rest.trim()}`} : {title, rest}
}

/** `Smith, J. 2010. Title.` reads as APA once the year is in brackets. */
function withoutBrackets({text, italics}: EmphasisedText, addresses: LineAddresses): EntryFields | null {
  const [, head = '', year = '', rest = ''] =
    /^([^"“”]{3,400}?)[.,:]? ((?:1[4-9]|20)\d{2}[a-z]?|n\.d\.)[.,:;]?\s+(\S.*)$/u.exec(text) ?? []
  if (year === '') return null
  const makers = readPersons(head, ['inverted', 'compact', 'inverted-full']) ?? mixedNames(head)
  const isBody = !makers && head.length < 80 && hasOrganisationWord(head) && !/[.:,]\s/.test(head)
  if (!makers && !isBody) return null
  const lead = `${head} (${year}). `
  const shift = lead.length - (text.length - rest.length)
  const moved = italics.map(([start, end]) => [start + shift, end + shift] as const)
  const fields = readApa({text: lead + rest, italics: moved}, addresses)
  fields?.weaken('likely')
  return fields
}
