import type {Identity} from '../identity.ts'
import type {LakeDocument} from './document.ts'

import {isDraftId} from './ids.ts'
import {isObject, type JsonObject} from './json.ts'

export interface Writing {
  id: string
  /** The document that this one takes the place of. */
  before: LakeDocument | null
  /** Who writes; undefined for the lake itself, which is believed. */
  identity: Identity | null | undefined
}

/**
 * The attributes with `_system.createdBy` as the lake knows it, whatever was sent: of a draft, who created it, for as long
 * as the draft exists; of anything else, nothing.
 *
 * What an editor's or an administrator's token writes, such as an import, is left without. A name that an administrator's
 * new draft brings along is kept, so that an import restores it.
 */
export function withCreator(attributes: JsonObject, writing: Writing): JsonObject {
  if (writing.identity === undefined) return attributes
  const sent = creatorOf(attributes)
  const creator = isDraftId(writing.id) ? draftCreator(sent, writing) : undefined
  if (creator === sent) return attributes
  const {_system, ...rest} = attributes
  const system: JsonObject = {...(isObject(_system) ? _system : {}), createdBy: creator}
  if (creator !== undefined) return {...rest, _system: system}
  delete system.createdBy
  return Object.keys(system).length > 0 ? {...rest, _system: system} : rest
}

/** Who created a draft, as its document tells. */
export function creatorOf({_system}: JsonObject): unknown {
  return isObject(_system) ? _system.createdBy : undefined
}

function draftCreator(sent: unknown, {before, identity}: Writing): unknown {
  if (before) return creatorOf(before)
  if (identity?.role === 'administrator' && typeof sent === 'string') return sent
  return identity?.kind === 'user' || identity?.role === 'contributor' ? identity.id : undefined
}
