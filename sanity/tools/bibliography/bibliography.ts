import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {definePlugin} from 'sanity'

import {BibliographyTool} from './BibliographyTool'

/** The tool that makes references of a pasted bibliography. */
export const bibliography = definePlugin({
  name: 'bibliography',
  tools: [{name: 'bibliography', title: 'Bibliography', icon: ClipboardIcon, component: BibliographyTool}],
})
