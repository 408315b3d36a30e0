import ipaddr from 'ipaddr.js'

import {OutboundError} from './outboundError'
import {isPublicAddress} from './publicAddress'

export interface OutboundRules {
  /** Host names, in lower case, of which every hop must be one. Default: any. */
  allowedHosts?: readonly string[]
  /** Default: 80 for http and 443 for https. */
  allowPort?: (port: number) => boolean
  /** Default: `isPublicAddress`. For tests, whose servers are on the loopback. */
  allowAddress?: (address: string) => boolean
}

/**
 * The address to ask, resolved against the one that led there. Hosts written as one number, in octal or in hexadecimal
 * come out as IP addresses.
 *
 * @throws {OutboundError} `refused` when it is not http or https, names a user, another port, or a host or an address
 *   that may not be asked; `malformed` when it is no address at all.
 */
export function outboundUrl(text: string, {base, ...rules}: OutboundRules & {base?: string} = {}): URL {
  const url = URL.parse(text, base)
  if (!url) throw new OutboundError('malformed', {url: text, message: `${text.slice(0, 200)} is not an address.`})
  const reason = refusal(url, rules)
  if (reason) throw new OutboundError('refused', {url: url.href, message: `${url.host} was not asked: ${reason}.`})
  return url
}

/** The host as the system's resolver and sockets take it: an IPv6 address without brackets. */
function hostOf({hostname}: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

function refusal(url: URL, {allowedHosts, allowPort, allowAddress = isPublicAddress}: OutboundRules): string | null {
  const isHttps = url.protocol === 'https:'
  if (!isHttps && url.protocol !== 'http:') return 'the address is neither http nor https'
  if (url.username || url.password) return 'the address names a user'
  if (url.port !== '' && !allowPort?.(Number(url.port))) return 'the address names a port'
  if (allowedHosts && !allowedHosts.includes(url.hostname)) return 'it is not on the list of hosts'
  const host = hostOf(url)
  if (ipaddr.isValid(host) && !allowAddress(host)) return 'it is not on the public internet'
  return null
}
