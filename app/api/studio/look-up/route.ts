import {z} from 'zod'

import {toBareDoi} from '@/lib/identifiers/doi'
import {isWebUrl} from '@/lib/links/isWebUrl'
import {lookUpDoi, lookUpPage} from '@/lib/lookUp/lookUp'
import {guardedFetch} from '@/lib/outbound/guardedFetch'
import {publishedClient} from '@/sanity/client'
import {settingsQuery, settingsResult} from '@/sanity/queries/settings'
import {readStudioBody} from '@/sanity/studioServer/studioBody'
import {refusalWithoutPass, studioRefusal} from '@/sanity/studioServer/studioPass'

/** Look-ups that go on at once, of all editors together. */
const MAX_AT_ONCE = 12

const MAX_LENGTH = 2_000

const body = z.union([
  z.object({doi: z.string().max(MAX_LENGTH).transform(toBareDoi).pipe(z.string())}),
  z.object({url: z.string().max(MAX_LENGTH).refine(isWebUrl)}),
])

let running = 0

/** `{doi}` or `{url}` → `{reference, confidence, problems}`: what the agency or the page says, or what is known without it. */
export async function POST(request: Request): Promise<Response> {
  const refusal = refusalWithoutPass(request)
  if (refusal) return refusal
  const read = await readStudioBody(request, body)
  if (!read.ok) return studioRefusal(400, 'This is neither a DOI nor a complete address.')
  if (running >= MAX_AT_ONCE) return studioRefusal(429, 'Many look-ups are going on. Try this one again in a moment.')

  running += 1
  try {
    const found = await ('doi' in read.body
      ? lookUpDoi(read.body.doi, {ask: guardedFetch})
      : lookUpPage(read.body.url, {ask: guardedFetch, today}))
    return Response.json(found, {headers: {'cache-control': 'no-store'}})
  } finally {
    running -= 1
  }
}

/** The day that it is where the publication is. */
async function today(): Promise<string> {
  const stored: unknown = await publishedClient()
    .fetch<unknown>(settingsQuery)
    .catch(() => null)
  const timeZone = settingsResult.safeParse(stored).data?.timeZone
  return new Intl.DateTimeFormat('sv-SE', {timeZone, dateStyle: 'short'}).format(new Date())
}
