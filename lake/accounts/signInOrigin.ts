const LOOPBACK = ['localhost', '127.0.0.1']

/**
 * The Studio address to return to after signing in, or null unless it is on the lake's own public origin.
 * On a developer's machine `localhost` and `127.0.0.1` are the same place when the port is.
 */
export function signInOrigin(origin: string | null, publicUrl: string): URL | null {
  if (!origin || !URL.canParse(origin)) return null
  const url = new URL(origin)
  if (!isTrustedOrigin(url.origin, publicUrl) || url.username || url.password) return null
  url.hash = ''
  return url
}

/** The public origin, and its loopback equivalents when it is itself one. */
export function trustedOrigins(publicUrl: string): string[] {
  const {origin, protocol, hostname, port} = new URL(publicUrl)
  if (!LOOPBACK.includes(hostname)) return [origin]
  return LOOPBACK.map((host) => `${protocol}//${host}${port && `:${port}`}`)
}

export function isTrustedOrigin(origin: string | null, publicUrl: string): boolean {
  return origin !== null && trustedOrigins(publicUrl).includes(origin)
}
