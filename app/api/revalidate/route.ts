import path from 'node:path'
import {setTimeout} from 'node:timers/promises'

import {revalidateTag} from 'next/cache'

import {affectedTags} from '@/lib/cache-tags/affectedTags'
import {logExpiredTags, TAG_LOG} from '@/lib/cache-tags/tagLog'
import {createDeliveries} from '@/lib/webhook/deliveries'
import {receive} from '@/lib/webhook/receive'
import {publicEnv} from '@/sanity/env'
import {distDir, webhookSecret} from '@/sanity/serverEnv'

/** The hosted store may announce a change before every replica answers with it. */
const HOSTED_SETTLES_AFTER_MS = 3_000

const deliveries = createDeliveries({maxEntries: 10_000})

/** What the content store calls after every published change: the pages that it touches are rendered anew when next asked for. */
export async function POST(request: Request): Promise<Response> {
  const received = await receive(request, {secret: webhookSecret(), deliveries, now: Date.now()})
  if (!received.ok) return Response.json({message: received.message}, {status: received.status})

  if (!publicEnv().isEmbedded) await setTimeout(HOSTED_SETTLES_AFTER_MS)
  const tags = affectedTags(received.payload)
  logExpiredTags(path.join(/* turbopackIgnore: true */ process.cwd(), distDir(), TAG_LOG), tags, Date.now())
  for (const tag of tags) revalidateTag(tag, {expire: 0})
  for (const key of received.deliveryKeys) deliveries.add(key)
  return Response.json({tags})
}
