/**
 * Whether a browser's request comes from our own pages: its Origin is the public URL's, or names the host it was
 * sent to. A missing, `null` or malformed Origin is foreign.
 */
export function isSameOrigin(headers: Headers, publicUrl: string): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  if (origin === new URL(publicUrl).origin) return true
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')]
  return hosts.includes(new URL(origin).host)
}
