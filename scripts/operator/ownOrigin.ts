/** Where a server that listens on a host, or without one on all interfaces, reaches itself: `http://127.0.0.1:3000`. */
export function ownOrigin(hostname: string | undefined, port: number): string {
  if (!hostname || hostname === '0.0.0.0' || hostname === '::') return `http://127.0.0.1:${port}`
  return `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`
}
