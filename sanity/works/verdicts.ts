import type {SanityClient} from '@sanity/client'
import {z} from 'zod'

import {createKey} from '@/sanity/studio/createKey'
import {createUuid} from '@/sanity/studio/createUuid'

/** What a query asks of a `distinctWorks` document. */
export const VERDICT = '{_id, "ids": coalesce(works[]._ref, [])}'

/** That works which look alike are none the same as another. */
export const verdict = z.object({_id: z.string(), ids: z.array(z.string().nullable())})

export type Verdict = z.infer<typeof verdict>

/** The verdicts that name all of these works. */
export function verdictsOn(verdicts: readonly Verdict[], ...ids: string[]): Verdict[] {
  return verdicts.filter((verdict) => ids.every((id) => verdict.ids.includes(id)))
}

/** Remembers that these references are not the same work, for everybody, until it is taken back. */
export async function tellApart(client: SanityClient, ids: readonly string[]): Promise<void> {
  const works = ids.map((_ref) => ({_type: 'reference', _key: createKey(), _ref, _weak: true}))
  await client.create({_id: `distinctWorks.${createUuid()}`, _type: 'distinctWorks', works})
}

/** Forgets verdicts; one that somebody else has taken back already does no harm. */
export async function takeBack(client: SanityClient, verdictIds: readonly string[]): Promise<void> {
  const transaction = client.transaction()
  for (const id of verdictIds) transaction.delete(id)
  await transaction.commit()
}
