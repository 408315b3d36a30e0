import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {redirect} from 'next/navigation'

import {redirectTarget} from '@/lib/preview/redirectTarget'
import {draftClient} from '@/sanity/client'
import {startPreview} from '@/sanity/draft'
import {serverEnv} from '@/sanity/serverEnv'

/** What the Studio's Presentation tool opens, with a secret that it has put into the content store for an hour. */
export async function GET(request: Request): Promise<Response> {
  const {siteUrl, previewSecret} = serverEnv()
  const client = draftClient()?.withConfig({stega: false})
  if (!client || !previewSecret) {
    return new Response('Previews need SANITY_API_READ_TOKEN and PREVIEW_SECRET.', {status: 503})
  }
  const {isValid, redirectTo, studioPreviewPerspective} = await validatePreviewUrl(client, request.url)
  if (!isValid) return new Response('This preview link is not valid, or no longer.', {status: 401})

  await startPreview({secret: previewSecret, perspective: studioPreviewPerspective ?? null})
  redirect(redirectTarget(redirectTo, siteUrl))
}
