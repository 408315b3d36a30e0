import type {SanityClient} from 'sanity'

import type {Finding} from '@/lib/manuscripts/finding'

import {referredIds, withoutDeleted} from './withoutDeleted'

const STORED = '*[_id in $ids || _id in $drafts]._id'

interface Copied {
  blocks: {_type: string; [field: string]: unknown}[]
  findings: Finding[]
}

/** What was copied in the Studio, without what has been deleted since; `null` when it refers to nothing. */
export function pasteCopied(data: DataTransfer, client: SanityClient): Promise<Copied> | null {
  const blocks = copiedBlocks(data.getData('application/x-portable-text'))
  const ids = [...new Set(referredIds(blocks))]
  if (ids.length === 0) return null
  return client
    .withConfig({perspective: 'raw', useCdn: false})
    .fetch<string[]>(STORED, {ids, drafts: ids.map((id) => `drafts.${id}`)})
    .catch(() => ids)
    .then((stored) => withoutDeleted(blocks, new Set(stored.map((id) => id.replace(/^drafts\./, '')))))
}

function copiedBlocks(json: string): unknown[] {
  try {
    const blocks: unknown = JSON.parse(json)
    return Array.isArray(blocks) ? blocks : []
  } catch {
    // What is no text of the Studio is pasted as anything else is.
    return []
  }
}
