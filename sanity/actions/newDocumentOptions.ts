import type {TemplateItem} from 'sanity'

import {recordTypes, singletonTypes} from '@/sanity/schema'
import {groupTemplateIds} from '@/sanity/structure/templates'

/** What the menus for new documents offer: no singletons, no records, and no templates that need to know their list. */
export function newDocumentOptions(
  inherited: TemplateItem[],
  {creationContext}: {creationContext: {type: string}},
): TemplateItem[] {
  return inherited
    .filter(({templateId}) => !singletonTypes.has(templateId) && !recordTypes.has(templateId))
    .filter(({templateId}) => creationContext.type === 'structure' || !groupTemplateIds.has(templateId))
}
