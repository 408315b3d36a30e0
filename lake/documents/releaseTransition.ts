import {LakeError, ValidationError} from '../errors.ts'
import type {LakeDocument} from './document.ts'

import {publishedIdOf} from './ids.ts'
import type {JsonObject} from './json.ts'
import type {Mutation} from './mutation.ts'
import {copyOf, isLeaving, publishedForm} from './publication.ts'
import {releaseIdOf, stateOf, type ReleaseState} from './release.ts'

/** What actions read of the lake. */
export interface ActionContext {
  read(id: string): LakeDocument | null
  /** The versions in a release, in order of their ids. */
  versionsIn(release: string): LakeDocument[]
  /** A document that is deleted, as it last was; null when history does not tell. */
  lastRevision(id: string): LakeDocument | null
  /** ISO 8601, UTC. */
  timestamp: string
}

/** The mutations that publish a scheduled release whose time has come. @throws as {@link mutationsOfRelease}. */
export function duePublication(name: string, context: ActionContext): Mutation[] {
  return publication(moving(name, context, {from: ['scheduled'], to: 'published'}), context)
}

/** The mutations that give a scheduled release back to its editors, because it could not be published. */
export function failedPublication(name: string, message: string, context: ActionContext): Mutation[] {
  const release = moving(name, context, {from: ['scheduled'], to: 'active'})
  return settle(release, {state: 'active', error: {message}})
}

export interface Release {
  id: string
  name: string
  document: LakeDocument
}

/** The release, if it may go where it is meant to. */
export function moving(
  name: string,
  {read}: ActionContext,
  {from, to}: {from: readonly ReleaseState[]; to: ReleaseState | 'deleted'},
): Release {
  const release = existing(name, read)
  const state = stateOf(release.document)
  if (from.includes(state)) return release
  throw new ValidationError(`Release "${name}" is not permitted to transition from state '${state}' to '${to}'`)
}

/** @throws {LakeError} 404. @throws {ValidationError} 400, for what cannot be a name. */
export function existing(name: string, read: ActionContext['read']): Release {
  const id = releaseIdOf(name)
  const document = read(id)
  if (document) return {id, name, document}
  throw new LakeError(404, {type: 'documentNotFoundError', description: `Release "${name}" was not found`, id})
}

/** Every version becomes the published document, or takes it away. */
export function publication(release: Release, context: ActionContext): Mutation[] {
  const versions = context.versionsIn(release.name)
  const published = versions.flatMap((version): Mutation[] => {
    const publishedId = publishedIdOf(version._id)
    const current = context.read(publishedId)
    if (isLeaving(version)) return current ? [{delete: {id: publishedId}}] : []
    return [{createOrReplace: publishedForm(version, publishedId, current)}]
  })
  return [
    ...published,
    ...removal(versions),
    ...settle(release, {
      state: 'published',
      publishedAt: context.timestamp,
      finalDocumentStates: finalStates(versions),
      ...(release.document.publishAt === undefined ? {} : {publishAt: release.document.publishAt}),
    }),
  ]
}

export function archival(release: Release, context: ActionContext): Mutation[] {
  const versions = context.versionsIn(release.name)
  return [...removal(versions), ...settle(release, {state: 'archived', finalDocumentStates: finalStates(versions)})]
}

/** The versions come back from history. */
export function restoration(release: Release, {lastRevision}: ActionContext): Mutation[] {
  const {finalDocumentStates} = release.document
  const ids = Array.isArray(finalDocumentStates) ? finalDocumentStates.map((state) => String(state?.id)) : []
  const restored = ids.map((id): Mutation => {
    const version = lastRevision(id)
    if (version) return {create: copyOf(version, id)}
    throw new ValidationError(`Release "${release.name}" cannot be restored: history does not hold "${id}"`)
  })
  return [...restored, ...settle(release, {state: 'active'})]
}

function removal(versions: LakeDocument[]): Mutation[] {
  return versions.map(({_id}) => ({delete: {id: _id}}))
}

function finalStates(versions: LakeDocument[]): JsonObject[] {
  return versions.map(({_id, _rev}, index) => ({_key: String(index), id: _id, revisionId: _rev}))
}

/** The patch that brings a release to its next state; what belonged to the last one goes. */
export function settle({id}: Release, set: JsonObject): Mutation[] {
  const stale = ['error', 'publishAt', 'finalDocumentStates'].filter((name) => !(name in set))
  return [{patch: {id, set, unset: stale}}]
}
