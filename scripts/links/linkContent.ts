import type {SanityClient} from '@sanity/client'
import {z} from 'zod'

import {checkedAddress} from '@/lib/links/checkedAddress'
import type {CheckedLink} from '@/lib/links/dueLinks'
import {canHaveLinkDocuments, deadLinkId, linkHealthId} from '@/lib/links/linkDocumentIds'
import {linkStates} from '@/lib/links/linkStates'
import type {LinkHealth} from '@/lib/links/nextHealth'
import {toBareDoi} from '@/lib/identifiers/doi'

const PAGE = 1_000

const REFERENCES = ['bibliographicReference', '_id, url, doi'] as const
const HEALTH = [
  'linkHealth',
  '_id, url, state, status, message, checkedAt, firstFailedAt, failures, movedTo, notBefore, isDue',
] as const
const DEAD_LINKS = ['deadLink', '_id, url'] as const

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

const reference = z.object({_id: z.string(), url: text.catch(null), doi: text.catch(null)})
const deadLink = z.object({_id: z.string(), url: text.catch(null)})
const asked = z.object({isDue: z.literal(true)})

/**
 * The addresses of all published references, and the ids of what is known of addresses that no reference has any more.
 * The client must see everything and use the raw perspective.
 */
export async function readLinks(client: SanityClient): Promise<{links: CheckedLink[]; stale: string[]}> {
  const references = (await readAll(client, REFERENCES)).map((row) => reference.parse(row))
  const healthRows = new Map((await readAll(client, HEALTH)).map((row) => [row._id, row]))
  const deadLinks = (await readAll(client, DEAD_LINKS)).map((row) => deadLink.parse(row))
  const deadUrls = new Map(deadLinks.map(({_id, url}) => [_id, url]))

  const links = references.flatMap(({_id, url, doi}): CheckedLink[] => {
    const address = checkedAddress({url, doi})
    if (address === null || !canHaveLinkDocuments(_id)) return []
    const row = healthRows.get(linkHealthId(_id))
    return [
      {
        referenceId: _id,
        url: address,
        isDoi: toBareDoi(doi ?? '') !== null,
        // What something else wrote there is as good as nothing: the address is checked.
        health: record.safeParse(row).data ?? null,
        isAskedFor: asked.safeParse(row).success,
        deadUrl: deadUrls.get(deadLinkId(_id)) === address ? address : null,
      },
    ]
  })
  const current = new Set(
    links.flatMap(({referenceId, deadUrl}) => [
      linkHealthId(referenceId),
      ...(deadUrl ? [deadLinkId(referenceId)] : []),
    ]),
  )
  return {links, stale: [...healthRows.keys(), ...deadUrls.keys()].filter((id) => !current.has(id))}
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

/** Published documents of a type. What moves between pages while they are read is read by the next run. */
async function readAll(client: SanityClient, [type, fields]: readonly [type: string, fields: string]): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; ; start += PAGE) {
    // The slice is written out: stores look up a part of an order whose place they know before they evaluate.
    const query = `*[_type == $type] | order(_id asc) [${start}...${start + PAGE}]{${fields}}`
    const page = rowsOf.parse(await client.fetch<unknown>(query, {type}, {perspective: 'raw'}))
    rows.push(...page.filter(({_id}) => !/^(?:drafts|versions)\./.test(_id)))
    if (page.length < PAGE) return rows
  }
}

const rowsOf = z.array(z.looseObject({_id: z.string()}))
type Row = z.output<typeof rowsOf>[number]
