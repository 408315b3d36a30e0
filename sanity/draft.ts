import 'server-only'
import {cookies, draftMode} from 'next/headers'

import {isPreviewPass} from '@/lib/preview/previewPass'

import {serverEnv} from './serverEnv'

/** Beside Next's own cookie, whose value is one and the same for every visitor of a build and never expires. */
export const PREVIEW_COOKIE = 'octavo-preview'

/** Set by the Studio's Presentation tool when an editor looks at a release. */
export const PERSPECTIVE_COOKIE = 'sanity-preview-perspective'

/**
 * Whether this request may read drafts: draft mode is on, and an unexpired pass of our own says for whom.
 * While a static page is rendered draft mode is off, and no cookie is asked for: the page stays static.
 */
export async function isPreviewing(): Promise<boolean> {
  const {isEnabled} = await draftMode()
  if (!isEnabled) return false
  const {previewSecret} = serverEnv()
  const pass = (await cookies()).get(PREVIEW_COOKIE)?.value
  return previewSecret !== null && isPreviewPass(pass, {secret: previewSecret, now: Date.now()})
}

/** What a previewing editor looks at: `drafts`, `published`, or releases in order of precedence. */
export async function previewPerspective(): Promise<'drafts' | 'published' | string[]> {
  const names = ((await cookies()).get(PERSPECTIVE_COOKIE)?.value ?? '').split(',').filter((name) => /^\w+$/.test(name))
  if (names.length === 0 || names.join() === 'drafts') return 'drafts'
  return names.join() === 'published' ? 'published' : names
}
