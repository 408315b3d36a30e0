const LOOPBACK = /^(::ffff:)?127\.|^::1$/

/**
 * The address a request comes from: the last entry of `X-Forwarded-For` that is not this machine's own proxy.
 * Earlier entries are the client's to invent. `local` without the header.
 */
export function clientAddress(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return hops.findLast((hop) => hop && !LOOPBACK.test(hop)) ?? 'local'
}
