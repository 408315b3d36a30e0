import {LinkIcon} from '@sanity/icons/Link'
import {definePlugin} from 'sanity'

import {LinksTool} from './LinksTool'

/** What the link checker found, and what can be done about it. */
export const links = definePlugin({
  name: 'links',
  tools: [{name: 'links', title: 'Links', icon: LinkIcon, component: LinksTool}],
})
