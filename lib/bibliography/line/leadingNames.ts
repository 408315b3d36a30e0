import type {ContributorRecord} from '@/lib/citations/reference'

import type {EntryFields} from '../entryFields'
import {takeName, type NameOrder} from './names'
import {hasOrganisationWord, isTitleCase} from './organisations'
import {readPersons} from './nameList'
import {sentenceEnds} from './sentences'

const ROLE = /,?\s*(?:\(?(eds?|editors?|hrsg|trans|translators?|directors?)\.?\)?)\s*$/i

/**
 * Keeps the makers that a line begins with, as MLA, Chicago and Vancouver write them: the first name inverted, the others not.
 * The answer is the offset of what follows them; 0 when there are none.
 */
export function keepLeadingNames(text: string, fields: EntryFields): number {
  const chinese = CHINESE.exec(text)
  if (chinese?.[1]) {
    for (const name of chinese[1].split(/[,，、] ?/)) keepBody(name, fields)
    return chinese[0].length
  }
  const found = sentenceEnds(text.slice(0, 600))
  const ends = found.map(({end}) => end)
  const clear = found.findIndex(({mark}) => mark !== 'abbreviation')
  const quote = text.search(/\s(?:["“«„]|(?<=, )[‘'])/)
  const stops = [
    ...ends.slice(0, clear < 0 ? 8 : clear + 2),
    ...[quote, text.slice(0, 200).indexOf(': ') + 1].filter((stop) => stop > 0),
  ].toSorted((one, other) => other - one)
  for (const end of stops) {
    const source = text
      .slice(0, end)
      .trim()
      .replace(/[,;:]$/, '')
    const role = ROLE.exec(source.replace(/\.$/, ''))
    const bare = role ? source.slice(0, role.index) : source.replace(/(?<!(?<!\p{L})\p{L})\.$/u, '')
    const names =
      readPersons(bare, ['compact'])?.contributors ??
      mixedNames(bare) ??
      readPersons(
        bare,
        end === quote && text.slice(0, end).trim().endsWith(',') && !hasOrganisationWord(bare)
          ? ['inverted', 'forward', 'forward-full']
          : ['inverted'],
      )?.contributors
    if (!names) continue
    fields.set(roleOf(role?.[1] ?? ''), names, 'likely')
    if (/et al\.?/i.test(source)) fields.problems.push('“et al.” stands for further authors, who are not named.')
    return end + (/^\s+/.exec(text.slice(end))?.[0].length ?? 0)
  }
  const initials = leadingInitials(text)
  if (initials) {
    fields.set('author', initials.contributors, 'likely')
    return initials.length
  }
  const first = ends[0]
  const body = first ? text.slice(0, first).replace(/\.$/, '') : ''
  const isNamed = hasOrganisationWord(body) || (/^\s*["“]/.test(text.slice(first)) && isTitleCase(body))
  if (!first || body.length > 90 || /["“”„«]/.test(body) || !isNamed || text.slice(first).trim() === '') return 0
  keepBody(body, fields)
  return first + 1
}

function roleOf(word: string): 'author' | 'editor' | 'translator' {
  if (/^trans/i.test(word)) return 'translator'
  return /^(?:ed|hrsg)/i.test(word) ? 'editor' : 'author'
}

/** `费孝通. 乡土中国` */
const CHINESE = /^(\p{Script=Han}{2,4}(?:[,，、] ?\p{Script=Han}{2,4})*)[.．。]\s*(?=\p{Script=Han})/u

function keepBody(literal: string, fields: EntryFields) {
  fields.set('author', [...(fields.reference.author ?? []), {_type: 'organisation', literal}], 'guess')
  fields.problems.push(`Taken for an organisation: “${literal}”.`)
}

/** `J. K. Author and A. Other, Title`, as IEEE has books: the names and the comma behind them. */
function leadingInitials(text: string): {contributors: ContributorRecord[]; length: number} | null {
  const contributors: ContributorRecord[] = []
  let length = 0
  for (;;) {
    const name = takeName(text.slice(length), 'forward')
    if (!name) return null
    contributors.push(name.contributor)
    length += name.length
    const rest = text.slice(length)
    const separator = /^(?:,? (?:and|&) |, )(?=\p{Lu}\. ?[\p{Lu}-])/u.exec(rest)?.[0]
    if (!separator) return /^, \p{Lu}/u.test(rest) ? {contributors, length: length + 2} : null
    length += separator.length
  }
}

/** `Kahneman, Daniel, and Amos Tversky`; null unless every character is understood. */
export function mixedNames(text: string): ContributorRecord[] | null {
  const first = take(text, ['inverted', 'inverted-full'])
  if (!first || hasOrganisationWord(text.slice(0, first.length))) return null
  const names = [first.contributor]
  let rest = text.slice(first.length)
  while (rest !== '' && !/^,?\s*(?:et al\.?|and others)$/i.test(rest)) {
    const separator = /^(?:,?\s+(?:and|&|und|et)\s+|,\s+|;\s*)/.exec(rest)?.[0]
    const next = separator ? take(rest.slice(separator.length), ['forward', 'forward-full', 'inverted']) : null
    if (!separator || !next) return null
    names.push(next.contributor)
    rest = rest.slice(separator.length + next.length)
  }
  return names
}

function take(text: string, orders: readonly NameOrder[]) {
  for (const order of orders) {
    const name = takeName(text, order)
    if (name && /^(?:$|[,;]|\s(?:and|&|und|et)\s)/.test(text.slice(name.length))) return name
  }
  return null
}
