import {readEdition} from './edition'
import type {EntryFields} from '../entryFields'
import {readPersons} from './nameList'

const NUMBERED =
  /^(?:(.{3,80}?),? )?(?:No|Nos|Nr|Number|#)\.? ?(\S.{0,60})$|^((?:[\p{L}&/.-]+ ){0,4}(?:Report|Paper|Publication|Bulletin|Memorandum|Memo|Note|Brief|Circular|Document|Series|Standard|Monograph|Study)) ([\p{L}.-]*\d[\w./-]*)$/u

/**
 * What round brackets behind a title say (`2nd ed., Vol. 2, pp. 3–40`, `H. Weaver, Trans.`, `Report No. 12`).
 * False, with nothing kept, when they belong to the title.
 */
export function readBracketed(text: string, fields: EntryFields): boolean {
  const inner = text.trim()
  if (
    /^(?:Season|Series|Staffel) \d+,? (?:Episode|Folge) \d+$/i.test(inner) ||
    /^(?:Episode|Folge) \d+$/i.test(inner)
  ) {
    fields.set('number', inner.replace(/^Episode (?=\d+$)/i, ''), 'sure')
    return true
  }
  const original = /^original(?:ly)? (?:work )?published (?:in )?(.+)$/i.exec(inner)
  if (original) {
    fields.problems.push(`First published in ${original[1]}, which has no field of its own.`)
    return true
  }
  const parts = inner.split(/;\s*/).flatMap((part) => (isNamed(part) || ROLE.test(part) ? [part] : splitCommas(part)))
  const isExtent = (part: string) => /^(?:rev|repr|\d+ vols)\.?$/i.test(part)
  const isKnown = (part: string) => isUnderstood(part) || (parts.length > 1 && SHORT_CODE.test(part))
  const others = parts.filter((part) => !isKnown(part))
  const areRoles = parts.some((part) => isNamed(part) && isKnown(part)) && others.every((part) => ROLE.test(part))
  if (others.length > 0 && !areRoles && !(others.length < parts.length && others.every(isExtent))) return false
  for (const part of others) fields.problems.push(`Not kept: “${part}”.`)
  for (const part of parts.filter(isKnown)) keep(part, fields)
  return true
}

function isNamed(part: string): boolean {
  return NAMED.test(part)
}

/** `pp. 3–4, 7` stays together. */
function splitCommas(part: string): string[] {
  return part.split(/,\s+(?!\d|[A-Z]?\d)/).map((piece) => piece.trim())
}

const VOLUME = /^(?:Vols?|Bd|Band|Tome|Volumes?)\.? ?(.+)$/i
const PAGES = /^(?:pp?\.|pgs?\.|pages?|S\.|pp?(?= ?\d)) ?([\divxlcA-Z].*)$/i
/** A report’s number without a word: `RR-2109`, `WA-RD 277.1`. */
const CODE = /^(?=.{4,24}$)(?=.*\d)\p{Lu}{2,}[\p{Lu}\d./-]*(?: [\d.-]+)?$/u
/** `translated by A. Jones`, `Trans. A. Jones` */
const VERB = /^(trans(?:lated|l?\.)|übers\.|ed(?:ited|s?\.))(?: by| von)? (\p{Lu}.+)$/iu
/** `E-1`, which is none beside nothing else: `(U-2)` belongs to its title. */
const SHORT_CODE = /^\p{Lu}{1,4}-\d[\d.-]*$/u
/** `B. Knox, Introduction` */
const ROLE = /^\p{Lu}.{2,60}(?:, \p{Lu}\p{L}+\.?)$/u
const VERSION = /^(?:Version|Ver\.|v)\.? ?(\d.*)$/i
const NAMED =
  /^(.+?),? ((?:Trans|Eds?|Übers)\.?|[Tt]ranslators?|[Ee]ditors?|Eds?\.? (?:&|and) Trans\.?|Trans\.? (?:&|and) Eds?\.?)$/

/** Names and their role, in either order. */
function namedIn(part: string): [names: string, role: string] | null {
  const [, names, role] = NAMED.exec(part) ?? []
  if (names && role) return [names, role]
  const [, verb, people] = VERB.exec(part) ?? []
  return verb && people ? [people, verb] : null
}

function isUnderstood(part: string): boolean {
  const [names] = namedIn(part) ?? []
  if (names) return readPersons(names, ['forward', 'inverted', 'forward-full']) !== null
  return [VOLUME, PAGES, VERSION, NUMBERED, CODE].some((pattern) => pattern.test(part)) || readEdition(part) !== null
}

function keep(part: string, fields: EntryFields) {
  const [names, role = ''] = namedIn(part) ?? []
  const people = names ? readPersons(names, ['forward', 'inverted', 'forward-full']) : null
  const edition = readEdition(part)
  const volume = VOLUME.exec(part)?.[1]
  const version = VERSION.exec(part)?.[1]
  const page = PAGES.exec(part)?.[1]
  if (people) {
    if (/trans|übers/i.test(role)) fields.set('translator', people.contributors, people.confidence)
    if (/\bed/i.test(role)) fields.set('editor', people.contributors, people.confidence)
    fields.problems.push(...people.problems)
  } else if (edition) fields.set('edition', edition, 'sure')
  else if (version) fields.set('edition', version, 'sure')
  else if (volume) fields.set('volume', volume, 'sure')
  else if (page) fields.set('page', page, 'sure')
  else {
    const [, genre, number, named, code] = NUMBERED.exec(part) ?? []
    if (!fields.reference.genre) fields.set('genre', genre ?? named, 'sure')
    fields.set('number', number ?? code ?? part, number || code ? 'sure' : 'likely')
  }
}
