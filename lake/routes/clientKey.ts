import {clientAddress} from '../accounts/clientAddress.ts'
import type {Identity} from '../identity.ts'

/** Whom queries and streams are counted against. */
export function clientKey(identity: Identity | null, headers: Headers): string {
  return identity ? `identity ${identity.id}` : `address ${clientAddress(headers)}`
}
