import {z} from 'zod'

import {contributionRoles} from '@/lib/vocabularies/contributionRoles'

import {orElse} from './absent'
import {authorCard, authorFields} from './author'

/** A name in a byline. */
export const contributionLineFields = `
  _key,
  role,
  "reference": author{_ref},
  "author": author->{_id, name, "slug": slug.current}
`

/** A name in a byline with the whole card. */
export const contributionFields = `
  _key,
  role,
  "reference": author{_ref},
  "author": author->{${authorFields}}
`

const shape = {
  _key: z.string(),
  role: orElse(z.enum(contributionRoles.map(({value}) => value)), 'author'),
  reference: z.object({_ref: z.string()}).nullable(),
}

const name = z.object({_id: z.string(), name: orElse(z.string(), 'Unnamed'), slug: z.string().nullable()})

export const contributionLine = z.object({...shape, author: name.nullable()})
export const contribution = z.object({...shape, author: authorCard.nullable()})

interface Unresolved {
  _key: string
  role: z.output<typeof shape.role>
  author: object | null
}

/** Contributions whose author is published, in byline order. */
export function onlyResolved<Item extends Unresolved>(items: readonly Item[]) {
  return items.flatMap(({_key, role, author}): Resolved<Item>[] => (author ? [{_key, role, author}] : []))
}

interface Resolved<Item extends Unresolved> {
  _key: string
  role: Item['role']
  author: NonNullable<Item['author']>
}

export type Contribution = Resolved<z.output<typeof contribution>>
export type ContributionLine = Resolved<z.output<typeof contributionLine>>
