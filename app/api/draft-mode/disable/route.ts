import {cookies, draftMode} from 'next/headers'
import {redirect} from 'next/navigation'

import {redirectTarget} from '@/lib/preview/redirectTarget'
import {PERSPECTIVE_COOKIE, PREVIEW_COOKIE} from '@/sanity/draft'
import {serverEnv} from '@/sanity/serverEnv'

/** Ends a preview and shows what readers see, at `?redirect=/path` or on the front page. */
export async function GET(request: Request): Promise<Response> {
  ;(await draftMode()).disable()
  const jar = await cookies()
  jar.delete(PREVIEW_COOKIE)
  jar.delete(PERSPECTIVE_COOKIE)
  redirect(redirectTarget(new URL(request.url).searchParams.get('redirect'), serverEnv().siteUrl))
}
