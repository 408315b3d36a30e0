import type {DocumentActionComponent} from 'sanity'

import {recordTypes, singletonTypes} from '@/sanity/schema'

/** What may be done to a document of which there must be exactly one. */
const SINGLETON_ACTIONS = ['publish', 'discardChanges', 'restore']

/** The Studio's own actions, without those that would remove or multiply a singleton, and none for records. */
export function documentActions(
  inherited: DocumentActionComponent[],
  {schemaType}: {schemaType: string},
): DocumentActionComponent[] {
  if (recordTypes.has(schemaType)) return []
  if (!singletonTypes.has(schemaType)) return inherited
  return inherited.filter(({action}) => action !== undefined && SINGLETON_ACTIONS.includes(action))
}
