import {z} from 'zod'

import {ValidationError} from '../errors.ts'

import type {JsonObject} from './json.ts'
import {parseMutation, type Mutation} from './mutation.ts'
import {pathsOf} from './patch.ts'
import {releaseIdOf} from './release.ts'
import {archival, existing, moving, publication, restoration, settle, type ActionContext} from './releaseTransition.ts'

const attributes = z.record(z.string(), z.unknown())
const time = z.iso.datetime({offset: true})
const named = <Name extends string>(name: Name) => z.literal(`sanity.action.release.${name}` as const)
const bare = <Name extends string>(name: Name) => z.object({actionType: named(name), releaseId: z.string()})

const metadata = z.looseObject({
  title: z.string().optional(),
  description: z.string().optional(),
  intendedPublishAt: time.nullish(),
  releaseType: z.enum(['asap', 'scheduled', 'undecided']).default('undecided'),
})

/** The actions on a release as a whole. @see https://www.sanity.io/docs/http-reference/actions */
export const releaseActions = [
  bare('create').extend({metadata: metadata.prefault({})}),
  bare('edit').extend({patch: attributes}),
  bare('publish'),
  bare('schedule').extend({publishAt: time}),
  bare('unschedule'),
  bare('archive'),
  bare('unarchive'),
  bare('delete'),
  bare('import').extend({
    attributes: attributes.optional(),
    document: attributes.optional(),
    ifExists: z.enum(['fail', 'ignore', 'replace']).default('fail'),
  }),
] as const

export type ReleaseAction = z.infer<(typeof releaseActions)[number]>
type Of<Name extends string> = Extract<ReleaseAction, {actionType: `sanity.action.release.${Name}`}>

export function isReleaseAction(action: {actionType: string}): action is ReleaseAction {
  return action.actionType.startsWith('sanity.action.release.')
}

/**
 * The mutations that an action on a release comes to.
 *
 * @throws {LakeError} 404, when there is no such release. @throws {ValidationError} 400, when its state forbids it.
 */
export function mutationsOfRelease(action: ReleaseAction, context: ActionContext): Mutation[] {
  switch (action.actionType) {
    case 'sanity.action.release.create':
      return [{create: newRelease(action.releaseId, {metadata: action.metadata, state: 'active'})}]
    case 'sanity.action.release.edit':
      return edition(action, context)
    case 'sanity.action.release.publish':
      return publication(moving(action.releaseId, context, {from: ['active'], to: 'published'}), context)
    case 'sanity.action.release.schedule':
      return scheduling(action, context)
    case 'sanity.action.release.unschedule':
      return settle(moving(action.releaseId, context, {from: ['scheduled'], to: 'active'}), {state: 'active'})
    case 'sanity.action.release.archive':
      return archival(moving(action.releaseId, context, {from: ['active'], to: 'archived'}), context)
    case 'sanity.action.release.unarchive':
      return restoration(moving(action.releaseId, context, {from: ['archived'], to: 'active'}), context)
    case 'sanity.action.release.delete':
      return [{delete: {id: moving(action.releaseId, context, {from: ['archived', 'published'], to: 'deleted'}).id}}]
    case 'sanity.action.release.import':
      return importation(action, context)
  }
}

function newRelease(name: string, attributes: JsonObject): JsonObject {
  return {...attributes, _id: releaseIdOf(name), _type: 'system.release', name}
}

function edition({releaseId, patch}: Of<'edit'>, {read}: ActionContext): Mutation[] {
  const {id} = existing(releaseId, read)
  const other = pathsOf(patch).find((path) => !/^metadata($|[.[])/.test(path))
  if (other !== undefined) throw new ValidationError(`Only the metadata of a release can be edited, not "${other}"`)
  return [parseMutation({patch: {...patch, id}}, 0)]
}

/** A time that has passed publishes at once. */
function scheduling({releaseId, publishAt}: Of<'schedule'>, context: ActionContext): Mutation[] {
  const release = moving(releaseId, context, {from: ['active'], to: 'scheduled'})
  const at = new Date(publishAt).toISOString()
  if (at <= context.timestamp) return publication(release, context)
  return settle(release, {state: 'scheduled', publishAt: at})
}

function importation({releaseId, attributes, document, ifExists}: Of<'import'>, {read}: ActionContext): Mutation[] {
  const given = attributes ?? document
  if (!given) throw new ValidationError('release.import needs a document')
  const {_rev, _updatedAt, ...rest} = given
  const release = newRelease(releaseId, {metadata: {releaseType: 'undecided'}, state: 'active', ...rest})
  if (ifExists === 'replace') return [{createOrReplace: release}]
  return [ifExists === 'ignore' && read(releaseIdOf(releaseId)) ? {createIfNotExists: release} : {create: release}]
}
