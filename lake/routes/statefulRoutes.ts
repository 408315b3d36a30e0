import type {Accounts} from '../accounts/accounts.ts'
import type {Assets} from '../assets/assets.ts'
import type {Route} from './route.ts'
import type {Webhooks} from '../webhooks/webhooks.ts'
import {accountRoutes} from './accountRoutes.ts'
import {assetRoutes} from './assetRoutes.ts'
import {hookRoutes} from './hooks.ts'

export interface LakeState {
  accounts: Accounts
  assets: Assets
  /** Called for each request, because webhooks are opened when the lake is. */
  webhooks: () => Pick<Webhooks, 'registry' | 'queue' | 'follow' | 'retry'>
}

/** Every route that a running lake serves beyond the content API, those of what keeps state of its own. */
export function statefulRoutes({accounts, assets, webhooks}: LakeState): Route[] {
  return [...accountRoutes(accounts), ...assetRoutes(assets), ...hookRoutes(webhooks)]
}
