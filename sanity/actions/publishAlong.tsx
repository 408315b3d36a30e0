import type {DocumentActionComponent} from 'sanity'

import {usePublishAlong} from './usePublishAlong'

/**
 * The Studio's own Publish for a document that cites: the same button, which publishes references that nobody has
 * published yet with the document, and asks where something is wrong with them.
 */
export function publishAlong(usePublish: DocumentActionComponent): DocumentActionComponent {
  const usePublishWithReferences: DocumentActionComponent = (props) => usePublishAlong(props, usePublish(props))
  usePublishWithReferences.action = 'publish'
  usePublishWithReferences.displayName = 'PublishAction'
  return usePublishWithReferences
}
