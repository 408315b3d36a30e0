import type {EntryFields} from '../entryFields'
import {mixedNames} from './leadingNames'
import {readOrganisations, readPersons, type NameListReading} from './nameList'
import {hasOrganisationWord, isTitleCase} from './organisations'

const EDITORS =
  /\s*\((?:(?:eds?|editors?|hg|hrsg|comps?|series eds?)\.?(?: (?:&|and|und) (?:trans|translators?|übers)\.?)?|trans\.? (?:&|and) eds?\.?)\)[.,]?$/i
const UNKNOWN = /^(?:unknown|unidentified) (?:artist|author|maker|photographer|creator)s?\.?$/i
const ROLES =
  /\s*\((?:(?:executive |co-)?(?:hosts?|directors?|producers?|writers?|speakers?|presenters?|narrators?|artists?|photographers?|composers?|trans|translators?|interviewers?|performers?|cartographers?|reporters?|creators?|moderators?))\.?(?: ?[&,] ?[\w ]+)?\)/gi
const HANDLE = /\s*\[(@?[^[\]]{1,60})\]/g

/** One of `kahneman, d., & tversky, a.`; sticky, so that what follows cannot make it try another length. */
const SMALL_NAME = /(?:& |and )?[\p{Ll}'’-]{2,}, (?:\p{Ll}\.? ?){1,3}(?!\p{L}),? ?/guy

/** `Wikipedia contributors` */
export const COLLECTIVE = /^(?:\p{Lu}\S* ){1,4}(?:contributors|editors|staff)\.?$/u

/** What stands before the date: makers, or the title when there are none. */
export type HeadReading = 'makers' | 'title'

/** Reads what stands before the date; keeps the makers, or says that it is a title. */
export function readHead(source: string, fields: EntryFields, isCertainlyTitle: boolean): HeadReading {
  const small =
    source !== '' && source.replace(SMALL_NAME, '') === '' ? readPersons(capitalised(source), ['inverted']) : null
  if (small) {
    fields.set('author', small.contributors, 'guess')
    fields.problems.push(`The names are in small letters: “${source}”.`)
    return 'makers'
  }
  if (/^(?:[—–]{2,}|-{3,}|_{3,})[.,]?$/.test(source)) {
    fields.problems.push('A dash stands for the makers of the entry before: write them.')
    return 'makers'
  }
  if (UNKNOWN.test(source)) {
    fields.problems.push(`Not kept: “${source.replace(/\.$/, '')}”.`)
    return 'makers'
  }
  const edited = EDITORS.exec(source)?.[0]
  const keep = ({contributors, confidence, problems}: NameListReading) => {
    fields.set(edited ? 'editor' : 'author', contributors, confidence)
    if (edited && /trans|übers/i.test(edited)) fields.set('translator', contributors, confidence)
    fields.problems.push(...problems)
  }
  const bare = takeRoles(source.replace(EDITORS, ''), fields)
  const orders = ['inverted', 'compact', 'inverted-full', 'forward'] as const
  const persons = readPersons(bare, hasOrganisationWord(bare) ? orders.slice(0, 1) : orders)
  if (persons && !(isCertainlyTitle && persons.confidence !== 'sure')) {
    keep(persons)
    return 'makers'
  }
  const mixed = isCertainlyTitle ? null : mixedNames(bare.replace(/(?<!(?<!\p{L})\p{L})\.$/u, ''))
  if (mixed) {
    keep({contributors: mixed, confidence: 'likely', problems: []})
    return 'makers'
  }
  if (isCertainlyTitle || !(looksLikeName(bare) || COLLECTIVE.test(bare))) return 'title'
  keep(readOrganisations(bare))
  return 'makers'
}

function capitalised(names: string): string {
  return names.replace(/(?<![\p{L}'’])\p{Ll}(?!nd\b)/gu, (letter) => letter.toUpperCase())
}

function looksLikeName(text: string): boolean {
  const bare = text.replace(/[.\s]+$/, '')
  if (
    /\d\/\d|\bNo\. ?\d|^(?:Regulation|Directive|Treaty|Convention|Resolution|Constitution|Declaration|Decision|Protocol)\b/.test(
      bare,
    )
  )
    return false
  if (/[?!:"“”]|[)\]]$/.test(bare.replace(/\s[([]\p{Lu}[\p{Lu}&.-]{1,11}[)\]]$/u, ''))) return false
  return isTitleCase(bare) && bare.split(' ').length <= (hasOrganisationWord(bare) ? 40 : 16)
}

function takeRoles(text: string, fields: EntryFields): string {
  const handles = [...text.matchAll(HANDLE)].map(([, handle = '']) => handle).filter((handle) => handle.startsWith('@'))
  for (const handle of handles) fields.problems.push(`The name [${handle}] is left out.`)
  const roles = [...text.matchAll(ROLES)]
    .map(([role]) => role.trim())
    .filter((role) => !/^\((?:host|director)s?\)$/i.test(role))
  if (roles.length > 0) fields.problems.push(`Not kept: ${roles.join(', ')}.`)
  return text.replace(/\s*\[@[^[\]]{1,60}\]/g, '').replace(ROLES, '')
}
