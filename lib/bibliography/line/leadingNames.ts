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
  const found = sentenceEnds(text.slice(0, 600))
  const ends = found.map(({end}) => end)
  const clear = found.findIndex(({mark}) => mark !== 'abbreviation')
  const quote = text.search(/\s["“«„]/)
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
      readPersons(bare, end === quote ? ['inverted', 'forward'] : ['inverted'])?.contributors
    if (!names) continue
    fields.set(/^(?:ed|hrsg)/i.test(role?.[1] ?? '') ? 'editor' : 'author', names, 'likely')
    if (/et al\.?/i.test(source)) fields.problems.push('“et al.” stands for further authors, who are not named.')
    return end + (/^\s+/.exec(text.slice(end))?.[0].length ?? 0)
  }
  const first = ends[0]
  const body = first ? text.slice(0, first).replace(/\.$/, '') : ''
  const isNamed = hasOrganisationWord(body) || (/^\s*["“]/.test(text.slice(first)) && isTitleCase(body))
  if (!first || body.length > 90 || !isNamed || text.slice(first).trim() === '') return 0
  fields.set('author', [{_type: 'organisation', literal: body}], 'guess')
  fields.problems.push(`Taken for an organisation: “${body}”.`)
  return first + 1
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
