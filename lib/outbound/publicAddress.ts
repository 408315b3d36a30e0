import ipaddr from 'ipaddr.js'

/** Where Azure answers its own machines only, credentials among the rest. Other clouds do so at addresses that are not public. */
const WIRE_SERVER = '168.63.129.16'

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address is of the public internet: no loopback, private, link-local, shared, multicast, reserved or
 * documentation address, and no IPv6 address that carries an IPv4 address inside (mapped, 6to4, Teredo, NAT64).
 *
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast' || parsed.toString() === WIRE_SERVER) return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST)
}
