import {ClientError, type SanityClient, type Transaction} from '@sanity/client'
import {z} from 'zod'

import {repointPatch} from '@/lib/citations/works/repoint'

import {comparedFields, isReferenceField} from './comparedFields'

export interface Merge {
  keptId: string
  droppedId: string
  /** Fields that the kept reference takes over where it has none. */
  takeOver: readonly string[]
}

/** The merge did not happen, and nothing was changed; the message is a sentence for editors. */
export class MergeError extends Error {
  override readonly name = 'MergeError'
}

const stored = z.looseObject({_id: z.string(), _rev: z.string(), _type: z.string()})
const found = z.object({versions: z.array(stored), users: z.array(stored), records: z.array(stored)})

type Stored = z.infer<typeof stored>

/** Documents about a reference that mean nothing without it. */
const RECORD_TYPES = ['linkHealth', 'deadLink', 'distinctWorks']

const QUERY = `{
  "versions": *[_type == "bibliographicReference" && (
    _id in [$keptId, "drafts." + $keptId, $droppedId, "drafts." + $droppedId] ||
    (_id in path("versions.**") && string::split(_id, ".")[2] in [$keptId, $droppedId])
  )],
  "users": *[references([$droppedId, "drafts." + $droppedId]) && !(_type in $recordTypes)],
  "records": *[_type in $recordTypes && references($droppedId)]
}`

/**
 * Leads every citation of one reference to another and deletes the first, in one transaction: in published documents,
 * drafts and versions alike. Resolves with the number of documents that cited it.
 *
 * Every document that changes carries the revision that was read, so that a change by somebody else stops it all.
 *
 * @throws {MergeError}
 */
export async function mergeReferences(client: SanityClient, merge: Merge): Promise<number> {
  const {keptId, droppedId} = merge
  if (keptId === droppedId) throw new MergeError('These are one and the same reference.')
  const raw = client.withConfig({perspective: 'raw', useCdn: false})
  const {versions, users, records} = await read(raw, {keptId, droppedId})
  const [kept, dropped] = [keptId, droppedId].map((id) => versions.filter(({_id}) => publishedId(_id) === id))
  if (!kept?.length || !dropped?.length) {
    throw new MergeError('One of the two is no longer there. Reload the page and look again.')
  }
  const isPublished = kept.some(({_id}) => _id === keptId)
  if (!isPublished && dropped.some(({_id}) => _id === droppedId)) {
    throw new MergeError('The one to keep is not published, but the other is. Publish it first, or keep the other.')
  }

  const transaction = raw.transaction()
  for (const user of users) {
    const patch = repointPatch(user, droppedId, {id: keptId, isPublished})
    if (patch) transaction.patch(user._id, {ifRevisionID: user._rev, set: {...patch.set}, unset: [...patch.unset]})
  }
  for (const version of kept) takeOver(transaction, version, {from: dropped, fields: merge.takeOver})
  for (const {_id, _rev} of dropped) deleteUnchanged(transaction, {_id, _rev})
  for (const {_id} of records) transaction.delete(_id)
  await commit(transaction)
  return new Set(users.map(({_id}) => publishedId(_id))).size
}

async function read(client: SanityClient, ids: {keptId: string; droppedId: string}) {
  try {
    const answer: unknown = await client.fetch<unknown>(QUERY, {...ids, recordTypes: RECORD_TYPES})
    return found.parse(answer)
  } catch (cause) {
    throw new MergeError('The content store did not answer. Nothing was merged; try again.', {cause})
  }
}

/** Each version takes what it lacks, from the draft of the other before its published version. */
function takeOver(
  transaction: Transaction,
  version: Stored,
  {from, fields}: {from: readonly Stored[]; fields: readonly string[]},
): void {
  const source = from.find(({_id}) => _id.startsWith('drafts.')) ?? from[0]
  const missing = comparedFields(version, source ?? {}).filter(({name, kept}) => fields.includes(name) && kept === '')
  const set = Object.fromEntries(
    missing.filter(({name}) => isReferenceField(name)).map(({name}) => [name, source?.[name]]),
  )
  // A patch that changes nothing would still make a new revision, and every page that cites it stale.
  if (missing.length > 0) transaction.patch(version._id, {ifRevisionID: version._rev, set})
}

/** A deletion takes no revision of its own; the patch before it does. */
function deleteUnchanged(transaction: Transaction, {_id, _rev}: Pick<Stored, '_id' | '_rev'>): void {
  transaction.patch(_id, {ifRevisionID: _rev, unset: ['mergedAway']}).delete(_id)
}

async function commit(transaction: Transaction): Promise<void> {
  try {
    await transaction.commit({visibility: 'sync', returnDocuments: false, tag: 'merge-references'})
  } catch (cause) {
    throw new MergeError(sentenceFor(cause), {cause})
  }
}

function sentenceFor(cause: unknown): string {
  const status = cause instanceof ClientError ? cause.statusCode : 0
  if (status === 409)
    return 'Somebody changed one of the documents meanwhile. Nothing was merged; look again and repeat.'
  if (status === 401 || status === 403)
    return 'Your account may not change all that cites it. Nothing was merged; ask an editor.'
  if (status >= 400) return 'The content store refused. Nothing was merged; reload the page and look again.'
  return 'The content store did not answer. Reload the page to see whether the two were merged.'
}

function publishedId(id: string): string {
  return id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')
}
