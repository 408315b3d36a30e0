import {contributionRoles, type ContributionRole} from '@/lib/vocabularies/contributionRoles'

interface Contribution {
  author: {name: string} | null
  role?: string | null
}

export type BylinePart<C> = {text: string; contribution: null} | {text: string; contribution: C}

export interface BylineLine<C> {
  role: ContributionRole
  /** `By `, the names and what stands between them; joined they make the line. */
  parts: BylinePart<C>[]
}

const LEADS: Record<ContributionRole, string> = {
  author: 'By',
  interviewer: 'Interview by',
  translator: 'Translated by',
  photographer: 'Photographs by',
  illustrator: 'Illustrations by',
}

/**
 * One line for each role, authors first, names in byline order: “By A, B and C”, “Translated by D”.
 * Contributors that cannot be read (unpublished, deleted) are left out; an unknown role counts as author.
 */
export function bylineLines<C extends Contribution>(contributions: readonly C[]): BylineLine<C>[] {
  const readable = contributions.filter(({author}) => author !== null && author.name.trim() !== '')
  return contributionRoles
    .map(({value: role}) => ({role, of: readable.filter((contribution) => roleOf(contribution) === role)}))
    .filter(({of}) => of.length > 0)
    .map(({role, of}) => ({role, parts: [{text: `${LEADS[role]} `, contribution: null}, ...nameParts(of)]}))
}

/** All lines as one text: “By A and B. Translated by C.” without the last full stop. */
export function bylineText(contributions: readonly Contribution[]): string {
  return bylineLines(contributions)
    .map(({parts}) => parts.map(({text}) => text).join(''))
    .join('. ')
}

/** “A”, “A and B”, “A, B and C”. */
export function listText(names: readonly string[]): string {
  return names.map((name, index) => separator(index, names.length) + name).join('')
}

function nameParts<C extends Contribution>(contributions: readonly C[]): BylinePart<C>[] {
  return contributions.flatMap((contribution, index): BylinePart<C>[] => {
    const before = separator(index, contributions.length)
    const name = {text: contribution.author?.name ?? '', contribution}
    return before ? [{text: before, contribution: null}, name] : [name]
  })
}

function separator(index: number, count: number): string {
  if (index === 0) return ''
  return index === count - 1 ? ' and ' : ', '
}

function roleOf({role}: Contribution): ContributionRole {
  return contributionRoles.find(({value}) => value === role)?.value ?? 'author'
}
