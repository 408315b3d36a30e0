import type {DocumentActionComponent} from 'sanity'

import {usePublishAlong} from './usePublishAlong'

/** The Studio asks for a document's actions again and again: another function would lose the dialog that is open. */
const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/**
 * The Studio's own Publish for a document that cites: the same button, which publishes references that nobody has
 * published yet with the document, and asks where something is wrong with them. The same for the same button.
 */
export function publishAlong(usePublish: DocumentActionComponent): DocumentActionComponent {
  const known = made.get(usePublish)
  if (known) return known
  const usePublishWithReferences: DocumentActionComponent = (props) => usePublishAlong(props, usePublish(props))
  usePublishWithReferences.action = 'publish'
  usePublishWithReferences.displayName = 'PublishAction'
  made.set(usePublish, usePublishWithReferences)
  return usePublishWithReferences
}
