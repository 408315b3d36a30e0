import {DEVICE_MS} from './devices.ts'
import {SESSION_MS} from './sessions.ts'

const SESSION = 'octavo_session'
const DEVICE = 'octavo_device'

/** Cookies of one public address. Over https they are `Secure` and carry the `__Host-` prefix, so no subdomain can set them. */
export function cookiesFor(publicUrl: string) {
  const isSecure = new URL(publicUrl).protocol === 'https:'
  const prefix = isSecure ? '__Host-' : ''
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  const setCookie = (name: string, value: string, maxAgeMs: number) =>
    `${prefix}${name}=${value}; Max-Age=${Math.floor(maxAgeMs / 1000)}; ${attributes}`

  return {
    session: (request: Request) => readCookie(request, prefix + SESSION),
    device: (request: Request) => readCookie(request, prefix + DEVICE),
    setSession: (secret: string) => setCookie(SESSION, secret, SESSION_MS),
    setDevice: (secret: string) => setCookie(DEVICE, secret, DEVICE_MS),
    clearSession: () => setCookie(SESSION, '', 0),
  }
}

function readCookie(request: Request, name: string): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? null
}
