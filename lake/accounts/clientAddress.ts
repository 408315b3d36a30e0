import {isIPv6} from 'node:net'

const LOOPBACK = /^(::ffff:)?127\.|^::1$/
const MAPPED = /^::ffff:(?=\d+\.)/i
const NETWORK_GROUPS = 4

/**
 * The address a request comes from: the last entry of `X-Forwarded-For` that is not this machine's own proxy.
 * Earlier entries are the client's to invent. `local` without the header. Of an IPv6 address the network of 64 bits, for
 * everybody has one and can be at any address in it.
 */
export function clientAddress(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const address = hops.findLast((hop) => hop && !LOOPBACK.test(hop))?.replace(MAPPED, '')
  if (address === undefined) return 'local'
  return isIPv6(address) ? networkOf(address) : address
}

function networkOf(address: string): string {
  const hostname = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1)
  const [before = [], after] = hostname.split('::').map((half) => half.split(':').filter(Boolean))
  const missing = after === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array<string>(missing).fill('0'), ...(after ?? [])]
  return groups.slice(0, NETWORK_GROUPS).join(':')
}
