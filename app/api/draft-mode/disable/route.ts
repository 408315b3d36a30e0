import {redirect} from 'next/navigation'

import {redirectTarget} from '@/lib/preview/redirectTarget'
import {endPreview} from '@/sanity/draft'
import {serverEnv} from '@/sanity/serverEnv'

/** Ends a preview and shows what readers see, at `?redirect=/path` or on the front page. */
export async function GET(request: Request): Promise<Response> {
  await endPreview()
  redirect(redirectTarget(new URL(request.url).searchParams.get('redirect'), serverEnv().siteUrl))
}
