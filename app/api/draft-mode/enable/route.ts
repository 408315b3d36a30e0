import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {cookies, draftMode} from 'next/headers'
import {redirect} from 'next/navigation'

import {issuePreviewPass} from '@/lib/preview/previewPass'
import {redirectTarget} from '@/lib/preview/redirectTarget'
import {draftClient} from '@/sanity/client'
import {PERSPECTIVE_COOKIE, PREVIEW_COOKIE} from '@/sanity/draft'
import {serverEnv} from '@/sanity/serverEnv'

const LIFETIME_SECONDS = 8 * 60 * 60
const BYPASS_COOKIE = '__prerender_bypass'

/** What the Studio's Presentation tool opens, with a secret that it has put into the content store for an hour. */
export async function GET(request: Request): Promise<Response> {
  const {siteUrl, previewSecret} = serverEnv()
  const client = draftClient()
  if (!client || !previewSecret) {
    return new Response('Previews need SANITY_API_READ_TOKEN and PREVIEW_SECRET.', {status: 503})
  }
  const {isValid, redirectTo, studioPreviewPerspective} = await validatePreviewUrl(
    client.withConfig({stega: false}),
    request.url,
  )
  if (!isValid) return new Response('This preview link is not valid, or no longer.', {status: 401})

  ;(await draftMode()).enable()
  const jar = await cookies()
  const options = {
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
    secure: siteUrl.startsWith('https:'),
    maxAge: LIFETIME_SECONDS,
  } as const
  const pass = issuePreviewPass({secret: previewSecret, now: Date.now(), lifetimeMs: LIFETIME_SECONDS * 1000})
  jar.set(PREVIEW_COOKIE, pass, options)
  // Next marks its own cookie as secure, which browsers drop on a plain address in a local network.
  jar.set(BYPASS_COOKIE, jar.get(BYPASS_COOKIE)?.value ?? '', options)
  if (studioPreviewPerspective) jar.set(PERSPECTIVE_COOKIE, studioPreviewPerspective, options)
  redirect(redirectTarget(redirectTo, siteUrl))
}
