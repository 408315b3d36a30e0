import {referenceOfDeadLink} from '@/lib/links/linkDocumentIds'
import type {Snapshot, WebhookPayload} from '@/lib/webhook/payload'

import {documentTag, listTag, referrersTag, slugTag} from './tags'

/** Types that are listed by name or title: any edit may move one, so any edit touches their lists. */
const LISTED_BY_NAME = new Set(['author', 'bibliographicReference', 'series', 'topic'])

/** The library holds what published texts cite, so that a text that cites more or less changes it. */
const LIBRARY = listTag('bibliographicReference')

/**
 * The tags of exactly those pages that a published change touches, sorted.
 *
 * An edit that leaves slug, date and references as they were touches the pages that hold the document, and no other.
 * A new, withdrawn, renamed or re-dated document also touches the lists it is in or falls out of. Drafts touch nothing.
 * A link that died or revived touches what shows its reference, as an edit of the reference would.
 */
export function affectedTags({_id, _type, before, after}: WebhookPayload): string[] {
  if (_id.includes('.')) return []
  const referenceId = _type === 'deadLink' ? referenceOfDeadLink(_id) : null
  if (referenceId !== null) return [documentTag(referenceId)]
  const tags = new Set([documentTag(_id)])
  const states = [before, after].filter((state) => state !== null && state !== undefined)

  if (isListedOtherwise(before, after)) {
    tags.add(listTag(_type))
    for (const state of states) {
      for (const ref of namedBy(state)) tags.add(referrersTag(ref))
      if (state.cites && state.cites.length > 0) tags.add(LIBRARY)
      for (const year of yearOf(state)) tags.add(listTag(_type, year))
      if (state.slug) tags.add(slugTag(_type, state.slug))
    }
  }
  for (const ref of difference(namedBy(before), namedBy(after))) tags.add(referrersTag(ref))
  if (difference(before?.cites ?? [], after?.cites ?? []).length > 0) tags.add(LIBRARY)
  if (LISTED_BY_NAME.has(_type)) tags.add(listTag(_type))
  return [...tags].sort()
}

type State = Snapshot | null | undefined

function isListedOtherwise(before: State, after: State): boolean {
  if (!before || !after) return true
  return (before.slug ?? null) !== (after.slug ?? null) || (before.publishedAt ?? null) !== (after.publishedAt ?? null)
}

function namedBy(state: State): string[] {
  return [...(state?.refs ?? []), ...(state?.cites ?? [])]
}

function difference(before: readonly string[], after: readonly string[]): string[] {
  return [...new Set(before).symmetricDifference(new Set(after))]
}

function yearOf({publishedAt}: Snapshot): number[] {
  const [year] = /^\d{4}/.exec(publishedAt ?? '') ?? []
  return year ? [Number(year)] : []
}
