import {lookup} from 'node:dns/promises'
import type {LookupFunction} from 'node:net'

import {Agent} from 'undici'

import {isPublicAddress} from './publicAddress'

export interface HostAddress {
  address: string
  family: number
}

export type ResolveHost = (hostname: string) => Promise<HostAddress[]>

/** Every address that a host's name stands for is one that may not be asked. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'
}

interface GuardedAgentOptions {
  /** After which a connection that is not made is given up. */
  timeoutMs: number
  /** Gives up a resolver that does not answer. */
  signal: AbortSignal
  allowAddress?: (address: string) => boolean
  resolveHost?: ResolveHost
}

/**
 * A dispatcher that connects to the very addresses that it has checked: a name cannot stand for another address between
 * the check and the connection. Hosts that are addresses already are not looked up: check them before.
 */
export function createGuardedAgent({
  timeoutMs,
  signal,
  allowAddress = isPublicAddress,
  resolveHost = resolve,
}: GuardedAgentOptions): Agent {
  const checkedLookup: LookupFunction = (hostname, {all}, callback) => {
    Promise.race([resolveHost(hostname), aborted(signal)]).then(
      (addresses) => {
        const [first, ...others] = addresses.filter(({address}) => allowAddress(address))
        if (!first) return callback(new AddressRefusedError(`${hostname} is not on the public internet`), [])
        if (all) return callback(null, [first, ...others])
        return callback(null, first.address, first.family)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), []),
    )
  }
  return new Agent({
    connect: {lookup: checkedLookup, timeout: timeoutMs, maxCachedSessions: 0},
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 1,
    allowH2: false,
  })
}

function resolve(hostname: string): Promise<HostAddress[]> {
  return lookup(hostname, {all: true})
}

function aborted(signal: AbortSignal): Promise<never> {
  const {promise, reject} = Promise.withResolvers<never>()
  if (signal.aborted) reject(signal.reason)
  signal.addEventListener('abort', () => reject(signal.reason), {once: true})
  return promise
}
