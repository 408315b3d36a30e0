import type {SanityClient} from '@sanity/client'

import {toAccepted} from '@/lib/integrity/acceptance'
import type {IntegrityWarning} from '@/lib/integrity/problem'
import {publishReasonId} from '@/sanity/inputs/integrity/publishReasonId'
import {createKey} from '@/sanity/studio/createKey'

import type {Check} from './checkBeforePublishing'
import {failureWords, publicationFailureWords} from './publishFailure'

/** Nothing was published; the message is a sentence for editors. */
export class PublishError extends Error {
  override readonly name = 'PublishError'
}

interface Publication {
  id: string
  check: Check
  /** Ids of references whose unpublished changes are published too. */
  changed: readonly string[]
}

/**
 * Publishes a document and the references that it needs in one transaction, or nothing at all.
 *
 * @throws {PublishError} when any of them has changed since it was checked.
 */
export async function publishTogether(client: SanityClient, {id, check, changed}: Publication): Promise<void> {
  const {facts, fresh} = check
  const references = [...fresh, ...changed].flatMap((reference) => {
    const draft = facts.drafts.get(reference)
    return draft ? [publication(reference, draft._rev, facts.publishedDocuments.get(reference)?._rev)] : []
  })
  try {
    await client.action([
      ...references,
      publication(id, facts.draftRevision ?? undefined, facts.publishedRevision ?? undefined),
    ])
  } catch (cause) {
    throw new PublishError(publicationFailureWords(cause), {cause})
  }
}

interface Answer {
  id: string
  reason: string
  by: {id: string; name: string}
  warnings: readonly IntegrityWarning[]
  /** ISO 8601, UTC. */
  at: string
}

/**
 * Keeps the reason for publishing in spite of warnings, beside all earlier ones.
 *
 * @throws {PublishError}
 */
export async function keepReason(client: SanityClient, {id, reason, by, warnings, at}: Answer): Promise<void> {
  const _id = publishReasonId(id)
  const acceptance = {
    _key: createKey(),
    _type: 'acceptance',
    reason,
    at,
    by: by.name,
    userId: by.id,
    warnings: warnings.map((warning) => ({
      _key: createKey(),
      _type: 'acceptedWarning',
      ...toAccepted(warning),
      message: warning.message,
    })),
  }
  try {
    await client
      .transaction()
      .createIfNotExists({_id, _type: 'publishReason', documentId: id, acceptances: []})
      .patch(_id, (patch) => patch.append('acceptances', [acceptance]))
      .commit()
  } catch (cause) {
    throw new PublishError(failureWords(cause), {cause})
  }
}

function publication(id: string, draftRevision: string | undefined, publishedRevision: string | undefined) {
  return {
    actionType: 'sanity.action.document.publish' as const,
    draftId: `drafts.${id}`,
    publishedId: id,
    ...(draftRevision ? {ifDraftRevisionId: draftRevision} : {}),
    ...(publishedRevision ? {ifPublishedRevisionId: publishedRevision} : {}),
  }
}
