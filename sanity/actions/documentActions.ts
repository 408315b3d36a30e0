import type {DocumentActionComponent} from 'sanity'

import {recordTypes, singletonTypes} from '@/sanity/schema'

import {useMergeAction} from './mergeReference/mergeAction'
import {publishAlong} from './publishAlong'

/** What may be done to a document of which there must be exactly one. */
const SINGLETON_ACTIONS = ['publish', 'discardChanges', 'restore']

/** Documents whose text may cite. */
const CITING_TYPES = new Set(['article', 'page'])

/**
 * The Studio's own actions, without those that would remove or multiply a singleton, and none for records; what cites
 * is published with its references, and a reference may be merged into another.
 */
export function documentActions(
  inherited: DocumentActionComponent[],
  {schemaType}: {schemaType: string},
): DocumentActionComponent[] {
  if (recordTypes.has(schemaType)) return []
  if (CITING_TYPES.has(schemaType)) {
    return inherited.map((action) => (action.action === 'publish' ? publishAlong(action) : action))
  }
  if (schemaType === 'bibliographicReference') return [...inherited, useMergeAction]
  if (!singletonTypes.has(schemaType)) return inherited
  return inherited.filter(({action}) => action !== undefined && SINGLETON_ACTIONS.includes(action))
}
