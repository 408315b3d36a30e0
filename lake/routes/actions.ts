import {z} from 'zod'

import {mutationsOf, parseActions} from '../documents/action.ts'
import {isReleaseAction} from '../documents/releaseAction.ts'
import {BadRequestError, LakeError, MutationError} from '../errors.ts'
import {actionContext} from '../releases.ts'
import type {RouteHandler} from './route.ts'

import {readJson} from './body.ts'

const body = z.object({
  actions: z.array(z.record(z.string(), z.unknown())).max(100),
  transactionId: z.string().optional(),
  dryRun: z.boolean().optional(),
})

/**
 * `POST /v{date}/data/actions/{dataset}` with `{actions, transactionId?, dryRun?}` → `{transactionId}`.
 *
 * Documents are created, edited, published, unpublished, discarded and deleted, with drafts kept in step; releases go
 * from state to state with their versions. All actions are one transaction. `purge` is accepted and history is kept.
 *
 * @throws {MutationError} 400, 404 or 409 with type `actionError`, and nothing is stored.
 * @see https://www.sanity.io/docs/http-reference/actions
 */
export const actions: RouteHandler = async ({request, params, identity, lake}) => {
  const parsed = body.safeParse(await readJson(request))
  if (!parsed.success) throw new BadRequestError('The body must be {actions: […], transactionId?, dryRun?}')
  const dataset = params.dataset ?? ''
  const sent = parseActions(parsed.data.actions)
  const {transactionId} = asActionError(-1, () =>
    lake.transact({
      dataset,
      author: identity?.id ?? '',
      identity,
      transactionId: parsed.data.transactionId,
      dryRun: parsed.data.dryRun,
      actions: parsed.data.actions,
      write(staging) {
        const context = actionContext(lake, dataset, staging)
        return sent.flatMap((action, index) =>
          asActionError(index, () =>
            mutationsOf(action, context).flatMap((mutation) =>
              staging.apply(mutation, index, isReleaseAction(action) ? 'unlocked' : undefined),
            ),
          ),
        )
      },
    }),
  )
  return Response.json({transactionId})
}

/** Runs an action, and names it as one when it fails. An index of -1 keeps the one that is there. */
function asActionError<T>(index: number, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof LakeError) || error.envelope.type === 'actionError') throw error
    if (error instanceof MutationError) throw new MutationError(error.status, error.items, 'action')
    if (index === -1) throw error
    const {type, description, ...details} = error.envelope
    const item = {index, error: {type: String(type), description: String(description), ...details}}
    throw new MutationError(error.status, [item], 'action')
  }
}
