import {z} from 'zod'

import {BadRequestError, ValidationError} from '../errors.ts'

import {documentActions, mutationsOfDocument} from './documentAction.ts'
import {assertStorable} from './json.ts'
import type {Mutation} from './mutation.ts'
import {isReleaseAction, mutationsOfRelease, releaseActions} from './releaseAction.ts'
import type {ActionContext} from './releaseTransition.ts'

const action = z.discriminatedUnion('actionType', [...documentActions, ...releaseActions])

export type Action = z.infer<typeof action>

/** @throws {BadRequestError} 400, naming the field. @throws {ValidationError} 400, when kinds are mixed. */
export function parseActions(values: readonly unknown[]): Action[] {
  const actions = values.map((value, index) => {
    assertStorable(value, `actions[${index}]`)
    const parsed = action.safeParse(value)
    if (parsed.success) return parsed.data
    throw new BadRequestError(`actions[${index}]: ${z.prettifyError(parsed.error)}`)
  })
  if (new Set(actions.map(isReleaseAction)).size > 1)
    throw new ValidationError('Release and document actions cannot be mixed in one transaction')
  return actions
}

/**
 * The mutations that an action comes to, given the documents as they are.
 *
 * @throws {ValidationError} 400, when ids do not belong together or a release is in another state.
 * @throws {LakeError} 404, when a document it needs is missing; 409, when one is in the way or has changed.
 * @see https://www.sanity.io/docs/http-reference/actions
 */
export function mutationsOf(action: Action, context: ActionContext): Mutation[] {
  return isReleaseAction(action) ? mutationsOfRelease(action, context) : mutationsOfDocument(action, context.read)
}
