import {UsersIcon} from '@sanity/icons/Users'
import {definePlugin} from 'sanity'

import {AccountsTool} from './AccountsTool'

/** Accounts of the embedded store. A hosted project's are managed at sanity.io/manage. */
export const accounts = definePlugin({
  name: 'accounts',
  tools: [{name: 'accounts', title: 'Accounts', icon: UsersIcon, component: AccountsTool}],
})
