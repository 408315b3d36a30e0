import {findDate} from '../line/findDate'
import {readPersons} from '../line/nameList'
import {hasOrganisationWord, isTitleCase} from '../line/organisations'

const PARTICLE = String.raw`(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|zu|al|el|bin|ibn)[ -])*`
const FAMILY = String.raw`(?:[dlO]['’])?\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}`

/** `Family, G. H.`, `Family, Given.`, `Family GH,` at the start of a line. */
const NAMES = new RegExp(
  `^["“*_]?${PARTICLE}${FAMILY}(?:, (?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}(?:[\\p{L}'’-]+|\\.))*[.,])|(?<=\\p{Ll}) \\p{Lu}{1,3}[,.] )`,
  'u',
)

/** `Doe v. Roe, No. 18-2059`, `Public Libraries Act 1850, 13 & 14 Vict. c. 65`. */
const LEGAL = /^\p{Lu}[^.,;:]{1,80} v\. \p{Lu}|^\p{Lu}[^.,;:]{3,100} Act(?: \d{4})?, /u

/** A dash for the makers of the entry before. */
const REPEATED = /^(?:[—–]{2,}|-{3,}|_{3,})[.,]? /

/** Whether a line begins with names as bibliographies write them, or a dash for them. */
export function startsWithNames(line: string): boolean {
  return NAMES.test(line.slice(0, 700)) || REPEATED.test(line)
}

/** Whether a line reads like the beginning of a citation: names as bibliographies write them, or a date in brackets soon. */
export function startsEntry(line: string): boolean {
  const text = line.slice(0, 700)
  if (REPEATED.test(text)) return true
  if (!/^["“‘«*_[(¿¡<…]*[\p{Lu}\p{Lo}\d]|^[a-z]/u.test(text)) return false
  const date = findDate(text, 500)
  if (date && isHead(text.slice(0, date.start))) return true
  return (!/^In:? /.test(text) && NAMES.test(text)) || LEGAL.test(text)
}

/** Whether a line can only be the beginning of a citation: nothing but names as APA writes them, or those of a body, before a date in brackets. */
export function surelyStartsEntry(line: string): boolean {
  const text = line.slice(0, 700)
  const date = findDate(text, 500)
  const head = date ? text.slice(0, date.start).trim() : ''
  if (!isHead(head)) return false
  const persons = readPersons(head.replace(/\s*\(Eds?\.?\)\.?$/, ''), ['inverted'])
  return persons?.confidence === 'sure' || (head.endsWith('.') && isTitleCase(head) && hasOrganisationWord(head))
}

/** What may stand before the date: names or a title, without another year or an address. */
function isHead(head: string): boolean {
  if (head.trim().length < 2 || /https?:|\b(?:1[4-9]|20)\d{2}\b/.test(head)) return false
  if (!/^[a-z]/.test(head)) return true
  return (
    /^\p{Ll}[\p{L}'’-]+, \p{Lu}\./u.test(head) || (new RegExp(`^${PARTICLE}\\p{Lu}`, 'u').test(head) && /,/.test(head))
  )
}
