import {z} from 'zod'

import {BadRequestError, LakeError} from '../errors.ts'
import type {LakeDocument} from './document.ts'

import {draftIdOf} from './ids.ts'
import type {Mutation} from './mutation.ts'
import {parseMutation} from './mutation.ts'
import {strengthenReferences} from './references.ts'
import type {JsonObject} from './json.ts'

const attributes = z.record(z.string(), z.unknown())
const id = z.string().min(1)
const named = <Name extends string>(name: Name) => z.literal(`sanity.action.document.${name}` as const)

const action = z.discriminatedUnion('actionType', [
  z.object({
    actionType: named('create'),
    publishedId: id,
    attributes,
    ifExists: z.enum(['fail', 'ignore']).default('fail'),
  }),
  z.object({actionType: named('edit'), draftId: id, publishedId: id, patch: attributes}),
  z.object({actionType: named('replaceDraft'), publishedId: id, attributes}),
  z.object({actionType: named('discard'), draftId: id}),
  z.object({actionType: named('delete'), publishedId: id, includeDrafts: z.array(id).default([])}),
  z.object({
    actionType: named('publish'),
    draftId: id,
    publishedId: id,
    ifDraftRevisionId: z.string().optional(),
    ifPublishedRevisionId: z.string().optional(),
  }),
  z.object({actionType: named('unpublish'), draftId: id, publishedId: id}),
  z.object({
    actionType: named('version.create'),
    publishedId: id.optional(),
    document: attributes.optional(),
    baseId: id.optional(),
    versionId: id.optional(),
    ifBaseRevisionId: z.string().optional(),
  }),
  z.object({actionType: named('version.discard'), versionId: id}),
  z.object({actionType: named('version.replace'), document: attributes}),
  z.object({actionType: named('version.unpublish'), versionId: id, publishedId: id}),
])

export type Action = z.infer<typeof action>
type Of<Name extends string> = Extract<Action, {actionType: `sanity.action.document.${Name}`}>
type Read = (id: string) => LakeDocument | null

/** @throws {BadRequestError} 400. */
export function parseAction(value: unknown, index: number): Action {
  const parsed = action.safeParse(value)
  if (parsed.success) return parsed.data
  throw new BadRequestError(`actions[${index}] is not an action that this lake knows, or lacks a field`)
}

/**
 * The mutations that an action comes to, given the documents as they are.
 *
 * @throws {LakeError} 404, when a document it needs is missing; 409, when one is in the way or has changed.
 * @see https://www.sanity.io/docs/http-reference/actions
 */
export function mutationsOf(action: Action, read: Read): Mutation[] {
  switch (action.actionType) {
    case 'sanity.action.document.create':
      return creation(action)
    case 'sanity.action.document.edit':
      return edition(action, read)
    case 'sanity.action.document.replaceDraft':
      return [{createOrReplace: {...action.attributes, _id: draftIdOf(action.publishedId)}}]
    case 'sanity.action.document.discard':
      return [{delete: {id: existing(action.draftId, read)._id}}]
    case 'sanity.action.document.version.discard':
      return [{delete: {id: existing(action.versionId, read)._id}}]
    case 'sanity.action.document.delete':
      return deletion(action, read)
    case 'sanity.action.document.publish':
      return publication(action, read)
    case 'sanity.action.document.unpublish':
      return retraction(action, read)
    case 'sanity.action.document.version.create':
      return versionCreation(action, read)
    case 'sanity.action.document.version.replace':
      return [{createOrReplace: action.document}]
    case 'sanity.action.document.version.unpublish':
      return versionRetraction(action, read)
  }
}

function creation({publishedId, attributes, ifExists}: Of<'create'>): Mutation[] {
  const document = {...attributes, _id: attributes._id ?? draftIdOf(publishedId)}
  return [ifExists === 'ignore' ? {createIfNotExists: document} : {create: document}]
}

/** The draft begins as a copy of the published document. */
function edition({draftId, publishedId, patch}: Of<'edit'>, read: Read): Mutation[] {
  const patched = parseMutation({patch: {...patch, id: draftId}}, 0)
  if (read(draftId)) return [patched]
  return [{create: copyOf(existing(publishedId, read), draftId)}, patched]
}

function deletion({publishedId, includeDrafts}: Of<'delete'>, read: Read): Mutation[] {
  const draftId = draftIdOf(publishedId)
  if (read(draftId) && !includeDrafts.includes(draftId)) {
    throw conflict(`"${publishedId}" cannot be deleted without its draft; name it in includeDrafts`)
  }
  const published = existing(publishedId, read)
  return [...includeDrafts.filter(read), published._id].map((id) => ({delete: {id}}))
}

function publication(action: Of<'publish'>, read: Read): Mutation[] {
  const {draftId, publishedId, ifDraftRevisionId, ifPublishedRevisionId} = action
  const [draft, published] = [existing(draftId, read), read(publishedId)]
  assertRevision(draft, ifDraftRevisionId)
  if (ifPublishedRevisionId !== undefined) assertRevision(existing(publishedId, read), ifPublishedRevisionId)
  const {_system, ...attributes} = copyOf(draft, publishedId)
  const strengthened = Object.entries(attributes).map(([key, value]) => [key, strengthenReferences(value)])
  const createdAt = published?._createdAt ?? draft._createdAt
  return [{createOrReplace: {...Object.fromEntries(strengthened), _createdAt: createdAt}}, {delete: {id: draftId}}]
}

function retraction({draftId, publishedId}: Of<'unpublish'>, read: Read): Mutation[] {
  const published = existing(publishedId, read)
  return [...(read(draftId) ? [] : [{create: copyOf(published, draftId)}]), {delete: {id: publishedId}}]
}

function versionCreation(
  {document, baseId, versionId, ifBaseRevisionId}: Of<'version.create'>,
  read: Read,
): Mutation[] {
  if (document) return [{create: document}]
  if (baseId === undefined || versionId === undefined)
    throw new BadRequestError('version.create needs a document, or baseId and versionId')
  const base = existing(baseId, read)
  assertRevision(base, ifBaseRevisionId)
  return [{create: copyOf(base, versionId)}]
}

function versionRetraction({versionId, publishedId}: Of<'version.unpublish'>, read: Read): Mutation[] {
  const version = read(versionId) ?? copyOf(existing(publishedId, read), versionId)
  const system = typeof version._system === 'object' ? version._system : {}
  return [{createOrReplace: {...version, _system: {...system, delete: true}}}]
}

function copyOf(document: LakeDocument, id: string): JsonObject {
  const {_rev, _updatedAt, ...attributes} = document
  return {...attributes, _id: id}
}

function existing(id: string, read: Read): LakeDocument {
  const document = read(id)
  if (document) return document
  throw new LakeError(404, {
    type: 'documentNotFoundError',
    description: `The document with the ID "${id}" was not found`,
    id,
  })
}

function assertRevision({_id, _rev}: LakeDocument, expected: string | undefined): void {
  if (expected === undefined || expected === _rev) return
  throw conflict(`Document "${_id}" has unexpected revision ID ("${_rev}"), expected "${expected}"`)
}

function conflict(description: string): LakeError {
  return new LakeError(409, {type: 'documentRevisionIDDoesNotMatchError', description})
}
