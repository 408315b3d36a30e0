import {revalidateTag} from 'next/cache'

import {affectedTags} from '@/lib/cache-tags/affectedTags'
import {createDeliveries} from '@/lib/webhook/deliveries'
import {receive} from '@/lib/webhook/receive'
import {webhookSecret} from '@/sanity/serverEnv'

const deliveries = createDeliveries({maxEntries: 10_000})

/** What the content store calls after every published change: the pages that it touches are rendered anew when next asked for. */
export async function POST(request: Request): Promise<Response> {
  const received = await receive(request, {secret: webhookSecret(), deliveries, now: Date.now()})
  if (!received.ok) return Response.json({message: received.message}, {status: received.status})

  const tags = affectedTags(received.payload)
  for (const tag of tags) revalidateTag(tag, {expire: 0})
  deliveries.add(received.deliveryKey)
  return Response.json({tags})
}
