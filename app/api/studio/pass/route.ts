import {z} from 'zod'

import {draftClient} from '@/sanity/client'
import {serverEnv} from '@/sanity/serverEnv'
import {readStudioBody} from '@/sanity/studioServer/studioBody'
import {isForeign, issueStudioPass, studioRefusal} from '@/sanity/studioServer/studioPass'
import {isStudioSecret} from '@/sanity/studioServer/studioSecret'

const body = z.object({secret: z.string().min(16).max(200)})

/** `{secret}` that the Studio has put into the content store → `{pass, expiresAt}`, good for the routes beside this one. */
export async function POST(request: Request): Promise<Response> {
  const {previewSecret} = serverEnv()
  const client = draftClient()
  if (!client || !previewSecret) return studioRefusal(503, 'This needs SANITY_API_READ_TOKEN and PREVIEW_SECRET.')
  if (isForeign(request)) return studioRefusal(403, 'Only the Studio of this site may ask for this.')
  const read = await readStudioBody(request, body)
  if (!read.ok) return read.refusal

  const isValid = await isStudioSecret(client, read.body.secret)
  if (!isValid) return studioRefusal(401, 'The Studio could not prove who asks. Reload the page and try again.')
  return Response.json(issueStudioPass({secret: previewSecret, now: Date.now()}), {
    headers: {'cache-control': 'no-store'},
  })
}
