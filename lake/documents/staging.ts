import {LakeError, MutationError, ValidationError} from '../errors.ts'
import type {Identity} from '../identity.ts'
import type {DocumentChange, LakeDocument} from './document.ts'

import {withArrayKeys} from './arrayKeys.ts'
import {assertGranted} from './grants.ts'
import {assertStorable, canonical, type JsonObject} from './json.ts'
import {validId, versionIdOf} from './ids.ts'
import {documentEffects} from './mendoza.ts'
import type {Mutation} from './mutation.ts'
import {assertReferences, type StoredDocuments} from './integrity.ts'
import {withCreator} from './ownership.ts'
import {patched} from './patch.ts'
import {assertUnlocked, isReleaseId} from './release.ts'

export interface StagingOptions {
  stored: StoredDocuments
  /** The ids that a mutation by query is about. */
  select(query: string, params: JsonObject): string[]
  /** Whose rights the changes need; undefined for what the lake does by itself. */
  identity?: Identity | null
  transactionId: string
  /** ISO 8601, UTC. */
  timestamp: string
  newId(): string
  /** @throws when the transaction has taken too long. Asked before every write. */
  assertInTime(): void
  /** Makes the `_key`s that objects in lists lack; without it they stay as they are. */
  newKey?: () => string
}

/** What one mutation did to one document. */
export interface Staged {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
}

/** A transaction in the making: reads see its own writes, and nothing is stored. */
export interface Staging {
  read(id: string): LakeDocument | null
  /** The versions in a release, in order of their ids. */
  versionsIn(release: string): LakeDocument[]
  /**
   * With `unlocked`, also what only release actions may do.
   *
   * @throws {MutationError} 400, 404 or 409, with the index of the mutation.
   */
  apply(mutation: Mutation, index: number, unlocked?: 'unlocked'): Staged[]
  /** What it comes to, once grants and references have been checked. @throws {MutationError} 403 or 409. */
  changes(): DocumentChange[]
}

export function stageTransaction(options: StagingOptions): Staging {
  const {stored, select, identity, transactionId, timestamp, newId, newKey, assertInTime} = options
  const staged = new Map<string, LakeDocument | null>()
  const sent = new Map<string, JsonObject[]>()
  let isUnlocked = false
  const read = (id: string) => staged.get(id) ?? (staged.has(id) ? null : (stored.read(id) ?? null))

  function write(id: string, document: JsonObject | null, mutation: JsonObject): void {
    assertInTime()
    if (!isUnlocked) assertUnlocked(id, read)
    staged.set(id, document && complete(id, document))
    sent.set(id, [...(sent.get(id) ?? []), mutation])
  }

  function complete(id: string, document: JsonObject): LakeDocument {
    assertStorable(document)
    const {_type, _createdAt} = document
    if (typeof _type !== 'string' || !_type) throw new ValidationError(`"${id}" has no _type`)
    // Whatever lists releases looks for the type.
    if (_type === 'system.release' && !isReleaseId(id)) throw new ValidationError(`"${id}" is no id of a release`)
    const attributes = newKey ? withArrayKeys(document, newKey) : document
    const createdAt = typeof _createdAt === 'string' && !Number.isNaN(Date.parse(_createdAt)) ? _createdAt : timestamp
    return canonical({...attributes, _id: id, _type, _createdAt: createdAt, _updatedAt: timestamp, _rev: transactionId})
  }

  function create(attributes: JsonObject, kind: 'create' | 'createIfNotExists' | 'createOrReplace'): Staged {
    const id = idFor(attributes._id, newId)
    const existing = read(id)
    if (existing && kind === 'createIfNotExists') return {id, operation: 'none'}
    if (existing && kind === 'create') throw alreadyExists(id)
    const owned = withCreator(attributes, {id, before: existing, identity})
    write(id, owned, {[kind]: {...owned, _id: id}})
    return {id, operation: existing ? 'update' : 'create'}
  }

  function remove(id: string): Staged {
    if (!read(id)) return {id, operation: 'none'}
    write(id, null, {delete: {id}})
    return {id, operation: 'delete'}
  }

  function patch(id: string, operations: JsonObject): Staged {
    const existing = read(id)
    if (!existing) throw notFound(id)
    assertRevision(existing, operations.ifRevisionID)
    const mutation = {patch: {...operations, id}}
    write(id, withCreator(patched(existing, mutation.patch), {id, before: existing, identity}), mutation)
    return {id, operation: 'update'}
  }

  function applyOne(mutation: Mutation): Staged[] {
    if ('create' in mutation) return [create(mutation.create, 'create')]
    if ('createIfNotExists' in mutation) return [create(mutation.createIfNotExists, 'createIfNotExists')]
    if ('createOrReplace' in mutation) return [create(mutation.createOrReplace, 'createOrReplace')]
    if ('delete' in mutation) return targets(mutation.delete).map(remove)
    const {...operations}: JsonObject = mutation.patch
    delete operations.query
    delete operations.params
    return targets(mutation.patch).map((id) => patch(id, operations))
  }

  function targets(selection: {id: string} | {query: string; params?: JsonObject}): string[] {
    return 'id' in selection ? [selection.id] : select(selection.query, selection.params ?? {})
  }

  return {
    read,
    versionsIn(release) {
      const prefix = versionIdOf('', release)
      const ids = new Set([...stored.ids(), ...staged.keys()].filter((id) => id.startsWith(prefix)))
      return [...ids].sort().flatMap((id) => read(id) ?? [])
    },
    apply(mutation, index, unlocked) {
      isUnlocked = unlocked === 'unlocked'
      return blame(index, () => applyOne(mutation))
    },
    changes() {
      const changes = [...staged].flatMap(([documentId, after]) => {
        const before = stored.read(documentId) ?? null
        if (!before && !after) return []
        return [
          {documentId, before, after, effects: documentEffects(before, after), mutations: sent.get(documentId) ?? []},
        ]
      })
      if (identity) assertGranted(changes, identity)
      assertReferences(changes, read, stored)
      return changes
    },
  }
}

/** An id ending in a dot is a prefix: `drafts.` asks for a new draft. */
function idFor(given: unknown, newId: () => string): string {
  if (given === undefined) return newId()
  if (typeof given !== 'string') throw new ValidationError('_id must be a string')
  return validId(given.endsWith('.') ? `${given}${newId()}` : given)
}

function assertRevision(document: LakeDocument, expected: unknown): void {
  if (expected === undefined || expected === document._rev) return
  const description = `Document "${document._id}" has unexpected revision ID ("${document._rev}"), expected "${expected}"`
  throw new LakeError(409, {
    type: 'documentRevisionIDDoesNotMatchError',
    description,
    id: document._id,
    expectedRevisionID: expected,
    currentRevisionID: document._rev,
  })
}

function alreadyExists(id: string): LakeError {
  return new LakeError(409, {
    type: 'documentAlreadyExistsError',
    description: `Document by ID "${id}" already exists`,
    id,
  })
}

function notFound(id: string): LakeError {
  const description = `The document with the ID "${id}" was not found`
  return new LakeError(404, {type: 'documentNotFoundError', description, id})
}

/** Runs a mutation, and says which one it was when it fails. */
function blame<T>(index: number, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    const status = error.status === 404 || error.status === 409 ? error.status : 400
    const {type, description, ...details} = error.envelope
    throw new MutationError(status, [
      {index, error: {type: String(type), description: String(description), ...details}},
    ])
  }
}
