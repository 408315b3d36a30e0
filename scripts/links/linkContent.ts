import type {SanityClient} from '@sanity/client'
import {z} from 'zod'

import {checkedAddress} from '@/lib/links/checkedAddress'
import type {CheckedLink} from '@/lib/links/dueLinks'
import {deadLinkId, linkHealthId} from '@/lib/links/linkDocumentIds'
import {linkStates} from '@/lib/links/linkStates'
import type {LinkHealth} from '@/lib/links/nextHealth'
import {toBareDoi} from '@/lib/identifiers/doi'

const PAGE = 500
const PUBLISHED = '!(_id in path("drafts.**")) && !(_id in path("versions.**"))'

const REFERENCES = `*[_type == "bibliographicReference" && _id > $after && ${PUBLISHED}] | order(_id asc) [0...${PAGE}] {
  _id, url, doi,
  "health": *[_type == "linkHealth" && _id == "linkHealth." + ^._id][0]{
    url, state, status, message, checkedAt, firstFailedAt, failures, movedTo, notBefore, isDue
  },
  "deadUrl": *[_type == "deadLink" && _id == "dead-link-" + ^._id][0].url
}`

const RECORDS = `*[_type in ["deadLink", "linkHealth"] && _id > $after && ${PUBLISHED}] | order(_id asc) [0...${PAGE}] {
  _id, "isOrphan": !defined(*[_type == "bibliographicReference" && _id == ^.reference._ref][0]._id)
}`

const text = z.string().nullable()

const record = z.object({
  url: z.string(),
  state: z.enum(linkStates.map(({value}) => value)),
  status: z.number().nullable(),
  message: text.transform((value) => value ?? ''),
  checkedAt: z.iso.datetime(),
  firstFailedAt: text,
  failures: z.number(),
  movedTo: text,
  notBefore: text,
})

const reference = z.object({
  _id: z.string(),
  url: text.catch(null),
  doi: text.catch(null),
  /** What something else wrote there is as good as nothing: the address is checked. */
  health: record.nullable().catch(null),
  isDue: z.boolean().nullable().catch(null),
  deadUrl: text.catch(null),
})

/** The addresses of all published references, by id. The client must see everything and the raw perspective. */
export async function readLinks(client: SanityClient): Promise<{links: CheckedLink[]; stale: string[]}> {
  const links: CheckedLink[] = []
  const stale: string[] = []
  for await (const row of pages(client, REFERENCES)) {
    const {_id, url, doi, health, deadUrl, isDue} = reference.parse({isDue: isDueIn(row), ...row})
    const address = checkedAddress({url, doi})
    if (deadUrl !== null && deadUrl !== address) stale.push(deadLinkId(_id))
    if (address === null && health !== null) stale.push(linkHealthId(_id))
    if (address === null) continue
    const isDoi = toBareDoi(doi ?? '') !== null
    const known = deadUrl === address ? deadUrl : null
    links.push({referenceId: _id, url: address, isDoi, health, isAskedFor: isDue === true, deadUrl: known})
  }
  for await (const row of pages(client, RECORDS)) {
    const {_id, isOrphan} = z.object({_id: z.string(), isOrphan: z.boolean()}).parse(row)
    if (isOrphan) stale.push(_id)
  }
  return {links, stale}
}

/** Removes what is known of addresses that references no longer have. */
export async function removeStale(client: SanityClient, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += PAGE) {
    const transaction = client.transaction()
    for (const id of ids.slice(start, start + PAGE)) transaction.delete(id)
    await transaction.commit({visibility: 'async'})
  }
}

/**
 * Keeps what a check found, in one transaction: what is known, and, when the address died or revived, what readers
 * see of it. The reference itself is never touched, and the public document only when it changes.
 */
export async function writeHealth(client: SanityClient, link: CheckedLink, health: LinkHealth): Promise<void> {
  const pointer = {_type: 'reference', _ref: link.referenceId, _weak: true}
  const known = Object.fromEntries(Object.entries(health).filter(([, value]) => value !== null && value !== ''))
  const transaction = client
    .transaction()
    .createOrReplace({_id: linkHealthId(link.referenceId), _type: 'linkHealth', reference: pointer, ...known})
  const id = deadLinkId(link.referenceId)
  const isDead = health.state === 'dead'
  if (isDead && link.deadUrl === null)
    transaction.createOrReplace({
      _id: id,
      _type: 'deadLink',
      reference: pointer,
      url: health.url,
      since: health.checkedAt,
    })
  if (!isDead && link.deadUrl !== null) transaction.delete(id)
  await transaction.commit({visibility: 'async'})
}

async function* pages(client: SanityClient, query: string): AsyncGenerator<Record<string, unknown>> {
  const rows = z.array(z.looseObject({_id: z.string()}))
  for (let after = ''; ;) {
    const page = rows.parse(await client.fetch<unknown>(query, {after}, {perspective: 'raw'}))
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last._id
  }
}

function isDueIn({health}: Record<string, unknown>): boolean | null {
  return z.object({isDue: z.boolean()}).safeParse(health).data?.isDue ?? null
}
