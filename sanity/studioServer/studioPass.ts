import 'server-only'

import {isPass, issuePass} from '@/lib/preview/signedPass'
import {STUDIO_PASS_HEADER} from '@/lib/preview/studioPassNames'
import {serverEnv} from '@/sanity/serverEnv'

const PURPOSE = 'octavo-studio'
const LIFETIME_MS = 60 * 60 * 1000

/** A pass that lets the Studio use the server's own routes for an hour. `secret` is the one that signs passes. */
export function issueStudioPass({secret, now}: {secret: string; now: number}): {pass: string; expiresAt: number} {
  return {pass: issuePass({secret, purpose: PURPOSE, now, lifetimeMs: LIFETIME_MS}), expiresAt: now + LIFETIME_MS}
}

/** Why a request may not use a route that is for the Studio: 503, 403 or 401 with a sentence; null when it may. */
export function refusalWithoutPass(request: Request): Response | null {
  const {previewSecret, readToken} = serverEnv()
  if (!previewSecret || !readToken) return studioRefusal(503, 'This needs SANITY_API_READ_TOKEN and PREVIEW_SECRET.')
  if (isForeign(request)) return studioRefusal(403, 'Only the Studio of this site may ask for this.')
  const pass = request.headers.get(STUDIO_PASS_HEADER)
  if (isPass(pass, {secret: previewSecret, purpose: PURPOSE, now: Date.now()})) return null
  return studioRefusal(401, 'This is for editors who are signed in to the Studio. Reload the page and try again.')
}

/** An answer to the Studio that says in a sentence what to do. */
export function studioRefusal(status: number, message: string): Response {
  return Response.json({message}, {status, headers: {'cache-control': 'no-store'}})
}

/** Whether a browser says that a page of another origin asks. The Studio is on the site's own origin, whatever its name. */
export function isForeign(request: Request): boolean {
  const fetchSite = request.headers.get('sec-fetch-site')
  if (fetchSite) return fetchSite !== 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return false
  return origin !== serverEnv().siteUrl && URL.parse(origin)?.host !== request.headers.get('host')
}
