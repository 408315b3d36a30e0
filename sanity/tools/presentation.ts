import {presentationTool} from 'sanity/presentation'

import {mainDocuments} from './mainDocuments'
import {locations} from './locations'

/**
 * The site beside the form, with drafts, on the Studio's own origin.
 * Without the tool's own links for sharing: one secret for all drafts, valid until somebody remembers to switch it off.
 */
export function presentation() {
  return presentationTool({
    title: 'Preview',
    previewUrl: {
      initial: '/',
      previewMode: {enable: '/api/draft-mode/enable', disable: '/api/draft-mode/disable', shareAccess: false},
    },
    resolve: {mainDocuments, locations},
  })
}
