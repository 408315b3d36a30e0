import type {SanityClient} from 'sanity'

import type {Made} from './makeReferences'

/**
 * The text and the further reading as they were before references were made of a list, which are gone again.
 *
 * @throws {Error} when anybody has changed one of them since; then nothing is.
 */
export async function takeBack(client: SanityClient, {articleId, created, revision, before}: Made): Promise<void> {
  const {body, furtherReading} = before
  const isListed = Array.isArray(furtherReading)
  const transaction = client.transaction().patch(`drafts.${articleId}`, (patch) =>
    patch
      .ifRevisionId(revision)
      .set({body, ...(isListed ? {furtherReading} : {})})
      .unset(isListed ? [] : ['furtherReading']),
  )
  for (const id of created)
    transaction
      .patch(id, (patch) => patch.ifRevisionId(revision).setIfMissing({_type: 'bibliographicReference'}))
      .delete(id)
  await transaction.commit({tag: 'body.references.back'}).catch((cause: unknown) => {
    throw new Error('Something was changed meanwhile. An earlier version of the text is under History.', {cause})
  })
}
