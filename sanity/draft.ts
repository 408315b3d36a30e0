import 'server-only'
import {cookies, draftMode} from 'next/headers'

import {isPreviewPass, issuePreviewPass} from '@/lib/preview/previewPass'

import {serverEnv} from './serverEnv'

/** Beside Next's own cookie, whose value is one and the same for every visitor of a build and never expires. */
const PASS_COOKIE = 'octavo-preview'
const BYPASS_COOKIE = '__prerender_bypass'

/** Set by the Studio's Presentation tool when an editor looks at a release. */
const PERSPECTIVE_COOKIE = 'sanity-preview-perspective'

const LIFETIME_SECONDS = 8 * 60 * 60

/**
 * Whether this request may read drafts: draft mode is on, and it carries an unexpired pass of our own.
 * While a static page is rendered draft mode is off, and no cookie is asked for: the page stays static.
 */
export async function isPreviewing(): Promise<boolean> {
  const {isEnabled} = await draftMode()
  if (!isEnabled) return false
  const {previewSecret} = serverEnv()
  const pass = (await cookies()).get(PASS_COOKIE)?.value
  return previewSecret !== null && isPreviewPass(pass, {secret: previewSecret, now: Date.now()})
}

/** What a previewing editor looks at: `drafts`, `published`, or releases in order of precedence. */
export async function previewPerspective(): Promise<'drafts' | 'published' | string[]> {
  const names = ((await cookies()).get(PERSPECTIVE_COOKIE)?.value ?? '').split(',').filter((name) => /^\w+$/.test(name))
  if (names.length === 0 || names.join() === 'drafts') return 'drafts'
  return names.join() === 'published' ? 'published' : names
}

/** Lets the browser that asks read drafts for eight hours. */
export async function startPreview({secret, perspective}: {secret: string; perspective: string | null}): Promise<void> {
  ;(await draftMode()).enable()
  const jar = await cookies()
  const pass = issuePreviewPass({secret, now: Date.now(), lifetimeMs: LIFETIME_SECONDS * 1000})
  const cookie = cookieFor(LIFETIME_SECONDS)
  jar.set(PASS_COOKIE, pass, cookie)
  jar.set(BYPASS_COOKIE, jar.get(BYPASS_COOKIE)?.value ?? '', cookie)
  jar.set(PERSPECTIVE_COOKIE, perspective ?? 'drafts', cookie)
}

export async function endPreview(): Promise<void> {
  ;(await draftMode()).disable()
  const jar = await cookies()
  for (const name of [PASS_COOKIE, BYPASS_COOKIE, PERSPECTIVE_COOKIE]) jar.set(name, '', cookieFor(0))
}

/** Next marks its own cookie as secure always: browsers drop that on a plain address in a local network. */
function cookieFor(maxAge: number) {
  const secure = serverEnv().siteUrl.startsWith('https:')
  return {httpOnly: true, path: '/', sameSite: 'lax', secure, maxAge} as const
}
