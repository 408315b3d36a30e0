import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'

import {documentActions} from '@/sanity/actions/documentActions'
import {newDocumentOptions} from '@/sanity/actions/newDocumentOptions'
import {publicEnv} from '@/sanity/env'
import {schemaTypes} from '@/sanity/schema'
import {structure} from '@/sanity/structure/structure'
import {templates} from '@/sanity/structure/templates'
import {embeddedStore} from '@/sanity/studio/embeddedStore'
import {accounts} from '@/sanity/tools/accounts/accounts'
import {bibliography} from '@/sanity/tools/bibliography/bibliography'
import {links} from '@/sanity/tools/links/links'
import {presentation} from '@/sanity/tools/presentation'

const {projectId, dataset, isEmbedded} = publicEnv()
const isInBrowser = typeof window !== 'undefined' && window.location.origin.startsWith('http')

/** The Studio at `/studio`. What needs Sanity’s hosted services is off, so that both stores give the same Studio. */
export default defineConfig({
  name: 'octavo',
  title: 'Octavo',
  basePath: '/studio',
  projectId,
  dataset,
  ...(isEmbedded && isInBrowser ? embeddedStore(window.location.origin) : {}),
  plugins: [
    structureTool({title: 'Desk', structure}),
    presentation(),
    bibliography(),
    links(),
    ...(isEmbedded ? [accounts()] : []),
  ],
  schema: {types: schemaTypes, templates},
  document: {actions: documentActions, newDocumentOptions, comments: {enabled: false}, askToEdit: {enabled: false}},
  tasks: {enabled: false},
  releases: {enabled: false},
  scheduledDrafts: {enabled: false},
  scheduledPublishing: {enabled: false},
  mediaLibrary: {enabled: false},
  apps: {canvas: {enabled: false}},
  announcements: {enabled: false},
})
