import {z} from 'zod'

import {BadRequestError, LakeError, ValidationError} from '../errors.ts'
import type {LakeDocument} from './document.ts'

import {draftIdOf, isDraftId, isVersionId, publishedIdOf} from './ids.ts'
import {isObject} from './json.ts'
import {parseMutation, type Mutation} from './mutation.ts'
import {copyOf, publishedForm} from './publication.ts'

const attributes = z.record(z.string(), z.unknown())
const id = z.string().min(1)
const named = <Name extends string>(name: Name) => z.literal(`sanity.action.document.${name}` as const)

/** The actions on one document. @see https://www.sanity.io/docs/http-reference/actions */
export const documentActions = [
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
] as const

export type DocumentAction = z.infer<(typeof documentActions)[number]>
type Of<Name extends string> = Extract<DocumentAction, {actionType: `sanity.action.document.${Name}`}>
type Read = (id: string) => LakeDocument | null

/**
 * The mutations that an action on a document comes to, given the documents as they are.
 *
 * @throws {ValidationError} 400, when ids do not belong together.
 * @throws {LakeError} 404, when a document it needs is missing; 409, when one is in the way or has changed.
 */
export function mutationsOfDocument(action: DocumentAction, read: Read): Mutation[] {
  switch (action.actionType) {
    case 'sanity.action.document.create':
      return creation(action)
    case 'sanity.action.document.edit':
      return edition(action, read)
    case 'sanity.action.document.replaceDraft':
      return replacement(action, read)
    case 'sanity.action.document.discard':
      return [{delete: {id: existing(versionId(action.draftId), read)._id}}]
    case 'sanity.action.document.version.discard':
      return [{delete: {id: existing(versionId(action.versionId), read)._id}}]
    case 'sanity.action.document.delete':
      return deletion(action, read)
    case 'sanity.action.document.publish':
      return publication(action, read)
    case 'sanity.action.document.unpublish':
      return retraction(action, read)
    case 'sanity.action.document.version.create':
      return versionCreation(action, read)
    case 'sanity.action.document.version.replace':
      return [{createOrReplace: {...action.document, _id: existing(versionId(action.document._id), read)._id}}]
    case 'sanity.action.document.version.unpublish':
      return versionRetraction(action, read)
  }
}

/** Fails on a document that exists, or leaves it alone. */
function creation({publishedId, attributes, ifExists}: Of<'create'>): Mutation[] {
  const document = {...attributes, _id: versionId(attributes._id ?? draftIdOf(publishedId), publishedId)}
  return [ifExists === 'ignore' ? {createIfNotExists: document} : {create: document}]
}

/** The draft begins as a copy of the published document. */
function edition({draftId, publishedId, patch}: Of<'edit'>, read: Read): Mutation[] {
  const patched = parseMutation({patch: {...patch, id: versionId(draftId, publishedId)}}, 0)
  if (read(draftId)) return [patched]
  return [{create: copyOf(existing(publishedId, read), draftId)}, patched]
}

function replacement({publishedId, attributes}: Of<'replaceDraft'>, read: Read): Mutation[] {
  const draftId = draftIdOf(publishedId)
  if (!read(draftId)) existing(publishedId, read)
  return [{createOrReplace: {...attributes, _id: versionId(draftId, publishedId)}}]
}

function deletion({publishedId, includeDrafts}: Of<'delete'>, read: Read): Mutation[] {
  const draftId = draftIdOf(publishedId)
  if (read(draftId) && !includeDrafts.includes(draftId)) {
    throw conflict(`"${publishedId}" cannot be deleted without its draft; name it in includeDrafts`)
  }
  const versions = includeDrafts.map((id) => versionId(id, publishedId)).filter(read)
  return [...versions, existing(publishedId, read)._id].map((id) => ({delete: {id}}))
}

function publication(action: Of<'publish'>, read: Read): Mutation[] {
  const {draftId, publishedId, ifDraftRevisionId, ifPublishedRevisionId} = action
  const [draft, published] = [existing(versionId(draftId, publishedId), read), read(publishedId)]
  assertRevision(draft, ifDraftRevisionId)
  if (ifPublishedRevisionId !== undefined) assertRevision(existing(publishedId, read), ifPublishedRevisionId)
  return [{createOrReplace: publishedForm(draft, publishedId, published)}, {delete: {id: draftId}}]
}

function retraction({draftId, publishedId}: Of<'unpublish'>, read: Read): Mutation[] {
  const published = existing(publishedId, read)
  const isDraft = read(versionId(draftId, publishedId)) !== null
  return [...(isDraft ? [] : [{create: copyOf(published, draftId)}]), {delete: {id: publishedId}}]
}

function versionCreation(action: Of<'version.create'>, read: Read): Mutation[] {
  const {document, baseId, publishedId, ifBaseRevisionId} = action
  if (document) return [{create: {...document, _id: versionId(document._id, publishedId)}}]
  if (baseId === undefined || action.versionId === undefined)
    throw new BadRequestError('version.create needs a document, or baseId and versionId')
  const base = existing(baseId, read)
  assertRevision(base, ifBaseRevisionId)
  return [{create: copyOf(base, versionId(action.versionId, publishedId))}]
}

function versionRetraction(action: Of<'version.unpublish'>, read: Read): Mutation[] {
  const id = versionId(action.versionId, action.publishedId)
  const published = existing(action.publishedId, read)
  const version = read(id) ?? copyOf(published, id)
  const system = isObject(version._system) ? version._system : {}
  return [{createOrReplace: {...version, _id: id, _system: {...system, delete: true}}}]
}

/** The id of a draft or version, of `publishedId` if that is given. @throws {ValidationError} 400. */
function versionId(id: unknown, publishedId?: string): string {
  if (typeof id !== 'string' || !(isDraftId(id) || isVersionId(id)))
    throw new ValidationError(`"${String(id)}" is not the id of a draft or version`)
  if (publishedId === undefined || publishedIdOf(id) === publishedId) return id
  throw new ValidationError(`"${id}" is not a version of "${publishedId}"`)
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
