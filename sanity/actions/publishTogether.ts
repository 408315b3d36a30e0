import type {SanityClient} from '@sanity/client'

import {toAccepted} from '@/lib/integrity/acceptance'
import type {IntegrityWarning} from '@/lib/integrity/problem'
import {publishReasonId} from '@/sanity/inputs/integrity/publishReasonId'
import {createKey} from '@/sanity/studio/createKey'

import type {Check} from './checkBeforePublishing'
import {toPublicationError} from './publishFailure'

/** Why something is published in spite of warnings. */
export interface Answer {
  reason: string
  by: {id: string; name: string}
  warnings: readonly IntegrityWarning[]
  /** ISO 8601, UTC. */
  at: string
}

interface Publication {
  id: string
  check: Check
  /** Ids of references whose unpublished changes are published too. */
  changed: readonly string[]
  /** Kept beside all earlier ones. */
  answer?: Answer
}

/** What the content store takes in one request. */
const ACTIONS_AT_ONCE = 100

/**
 * Publishes a document and the references that it needs, and keeps the reason, in one transaction, or nothing at all.
 * References beyond what one transaction takes go out before it: a text never does without its references.
 *
 * @throws {PublishError} when any of them has changed since it was checked.
 */
export async function publishTogether(client: SanityClient, {id, check, changed, answer}: Publication): Promise<void> {
  const {facts, fresh} = check
  const references = [...fresh, ...changed].flatMap((reference) => {
    const draft = facts.drafts.get(reference)
    return draft ? [publication(reference, draft._rev, facts.publishedDocuments.get(reference)?._rev)] : []
  })
  const last = [
    publication(id, facts.draftRevision ?? undefined, facts.publishedRevision ?? undefined),
    ...(answer ? keeping(answer, {id, isFirst: !facts.hasReasons}) : []),
  ]
  let published = 0
  try {
    while (references.length - published > ACTIONS_AT_ONCE - last.length) {
      await client.action(references.slice(published, published + ACTIONS_AT_ONCE))
      published = Math.min(references.length, published + ACTIONS_AT_ONCE)
    }
    await client.action([...references.slice(published), ...last])
  } catch (cause) {
    throw toPublicationError(cause, published)
  }
}

/** Actions know drafts only: the reason is one for as long as the transaction takes. */
function keeping(answer: Answer, {id, isFirst}: {id: string; isFirst: boolean}) {
  const publishedId = publishReasonId(id)
  const draftId = `drafts.${publishedId}`
  const acceptances = [acceptanceFor(answer)]
  const written = isFirst
    ? {
        actionType: 'sanity.action.document.create' as const,
        publishedId,
        attributes: {_id: draftId, _type: 'publishReason', documentId: id, acceptances},
        ifExists: 'fail' as const,
      }
    : {
        actionType: 'sanity.action.document.edit' as const,
        draftId,
        publishedId,
        patch: {setIfMissing: {acceptances: []}, insert: {after: 'acceptances[-1]', items: acceptances}},
      }
  return [written, publication(publishedId)]
}

function acceptanceFor({reason, by, warnings, at}: Answer) {
  return {
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
}

function publication(id: string, draftRevision?: string, publishedRevision?: string) {
  return {
    actionType: 'sanity.action.document.publish' as const,
    draftId: `drafts.${id}`,
    publishedId: id,
    ...(draftRevision ? {ifDraftRevisionId: draftRevision} : {}),
    ...(publishedRevision ? {ifPublishedRevisionId: publishedRevision} : {}),
  }
}
