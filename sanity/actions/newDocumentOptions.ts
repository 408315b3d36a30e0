import type {TemplateItem} from 'sanity'

import {singletonTypes} from '@/sanity/schema'

/** What the menus for new documents offer: no singletons, and no templates that need to know their list. */
export function newDocumentOptions(
  inherited: TemplateItem[],
  {creationContext}: {creationContext: {type: string}},
): TemplateItem[] {
  const options = inherited.filter(({templateId}) => !singletonTypes.has(templateId))
  if (creationContext.type === 'structure') return options
  return options.filter(({parameters, templateId}) => parameters !== undefined || !isGroupTemplate(templateId))
}

function isGroupTemplate(templateId: string): boolean {
  return templateId.startsWith('article-') || templateId.startsWith('reference-')
}
