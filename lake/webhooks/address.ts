import {lookup as resolveHost, type LookupAddress} from 'node:dns'
import {BlockList, isIP, type LookupFunction} from 'node:net'
import {buildConnector} from 'undici'

/** Nothing that a webhook may ever reach: this link, clouds' metadata, no host, many hosts. */
const NEVER: readonly [address: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['192.0.0.192', 32],
  ['168.63.129.16', 32],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['fe80::', 10],
  ['fec0::', 10],
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
  ['2001::', 32],
  ['ff00::', 8],
]

/** This machine and networks that are not the Internet. */
const PRIVATE: readonly [address: string, prefix: number][] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['::1', 128],
  ['fc00::', 7],
  ['2001:db8::', 32],
]

const [never, privates] = [blockList(NEVER), blockList(PRIVATE)]

/** The request was not sent, because of where it would have gone. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'
}

/** Why nothing is sent to an IP address, as a sentence, or null. */
export function refusalOf(address: string, {allowPrivate}: {allowPrivate: boolean}): string | null {
  const candidates = [address, ...embeddedIPv4(address)]
  if (candidates.some((one) => isIn(never, one))) return `Webhooks are not sent to ${address}`
  if (!allowPrivate && candidates.some((one) => isIn(privates, one)))
    return `Webhooks are not sent to ${address}, an address of this machine or a private network; LAKE_WEBHOOK_ALLOW_PRIVATE=1 allows it`
  return null
}

/** The IP address that a URL's host is, or null when it is a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(bare) ? bare : null
}

export type Resolve = (
  hostname: string,
  options: {all: true; family?: number | 'IPv4' | 'IPv6'},
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Connects as undici does, but never to an address that is refused. What a name stands for is judged at each connection,
 * on the very addresses that are connected to, so that a name which changes its mind gains nothing.
 */
export function guardedConnector({
  allowPrivate,
  resolve = resolveHost,
}: {
  allowPrivate: boolean
  resolve?: Resolve
}): buildConnector.connector {
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, {family: options.family, all: true}, (error, addresses) => {
      const refusal = addresses?.map(({address}) => refusalOf(address, {allowPrivate})).find((one) => one !== null)
      const [first] = addresses ?? []
      if (error) callback(error, '')
      else if (refusal) callback(new AddressRefusedError(refusal), '')
      else if (options.all) callback(null, addresses)
      else if (first) callback(null, first.address, first.family)
      else callback(new Error(`${hostname} has no address`), '')
    })
  }
  const connect = buildConnector({lookup, timeout: 10_000, allowH2: false})
  return (options, callback) => {
    const address = literalAddress(options.hostname)
    const refusal = address && refusalOf(address, {allowPrivate})
    if (refusal) callback(new AddressRefusedError(refusal), null)
    else connect(options, callback)
  }
}

/** The IPv4 address inside an IPv6 one: mapped, compatible, NAT64, 6to4. */
function embeddedIPv4(address: string): string[] {
  if (isIP(address) !== 6) return []
  const groups = expanded(address)
  const [a = 0, b = 0, c = 0] = groups
  const last = ipv4Of(groups[6], groups[7])
  const isMapped =
    groups.slice(0, 5).every((group) => group === 0) && (groups[5] === 0xffff || (groups[5] === 0 && groups[6] !== 0))
  const isNat64 = a === 0x64 && b === 0xff9b
  return [...(isMapped || isNat64 ? [last] : []), ...(a === 0x2002 ? [ipv4Of(b, c)] : [])]
}

function expanded(address: string): number[] {
  const hostname = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1)
  const [head = '', tail] = hostname.split('::')
  const groupsOf = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')]
  return [...before, ...Array.from({length: 8 - before.length - after.length}, () => 0), ...after]
}

function ipv4Of(high = 0, low = 0): string {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.')
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address.replace(/%.*$/, ''), isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

function blockList(ranges: typeof NEVER): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return list
}
