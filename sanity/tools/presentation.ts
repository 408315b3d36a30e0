import {presentationTool} from 'sanity/presentation'

import {mainDocuments} from './mainDocuments'
import {locations} from './locations'

/** The site beside the form, with drafts, on the Studio's own origin. */
export function presentation() {
  return presentationTool({
    title: 'Preview',
    previewUrl: {initial: '/', previewMode: {enable: '/api/draft-mode/enable', disable: '/api/draft-mode/disable'}},
    resolve: {mainDocuments, locations},
  })
}
