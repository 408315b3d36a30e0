import {z} from 'zod'

import {formatEntry, type FormattedEntry} from '@/lib/citations/entries/formatEntry'
import {listEntry} from '@/lib/citations/entries/listEntry'
import {referenceRecord} from '@/lib/citations/referenceRecord'
import {availableStyle} from '@/sanity/citationStyles'
import {publishedClient} from '@/sanity/client'
import {settingsQuery, settingsResult} from '@/sanity/queries/settings'
import {readStudioBody} from '@/sanity/studioServer/studioBody'
import {refusalWithoutPass, studioRefusal} from '@/sanity/studioServer/studioPass'

const MAX_REFERENCES = 100

/** Counted before they are read: a refusal is not to list what is wrong with a hundred thousand of them. */
const body = z.object({
  references: z.array(z.unknown()).max(MAX_REFERENCES).pipe(z.array(referenceRecord)),
  /** Whether to show them with their archived copies, as lists do. */
  listed: z.boolean().default(false),
})

/**
 * `{references, listed?}` as the form holds them → `{entries: {html, text}[]}` in the publication's published style and
 * language.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = refusalWithoutPass(request)
  if (refusal) return refusal
  const read = await readStudioBody(request, body)
  if (!read.ok) return read.refusal

  const settings = await readSettings()
  if (!settings) return studioRefusal(503, 'The content store did not answer. The entry is shown again in a moment.')
  const options = {style: availableStyle(settings.citationStyle), language: settings.language}
  const entries: FormattedEntry[] = []
  const format = read.body.listed ? listEntry : formatEntry
  for (const reference of read.body.references) {
    entries.push(format(reference, options))
    await othersTurn()
  }
  return Response.json({entries}, {headers: {'cache-control': 'no-store'}})
}

async function readSettings() {
  const stored: unknown = await publishedClient()
    .fetch<unknown>(settingsQuery)
    .catch(() => undefined)
  return stored === undefined ? null : settingsResult.safeParse(stored).data
}

/** Lets readers be answered between two entries: a long one takes the engine a quarter of a second. */
function othersTurn(): Promise<void> {
  const {promise, resolve} = Promise.withResolvers<void>()
  setImmediate(resolve)
  return promise
}
