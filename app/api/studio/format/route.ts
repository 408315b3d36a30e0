import {z} from 'zod'

import {formatEntry} from '@/lib/citations/entries/formatEntry'
import {referenceRecord} from '@/lib/citations/referenceRecord'
import {availableStyle} from '@/sanity/citationStyles'
import {publishedClient} from '@/sanity/client'
import {settingsQuery, settingsResult} from '@/sanity/queries/settings'
import {readStudioBody} from '@/sanity/studioBody'
import {refusalWithoutPass, studioRefusal} from '@/sanity/studioPass'

const MAX_REFERENCES = 100

const body = z.object({references: z.array(referenceRecord).max(MAX_REFERENCES)})

/** `{references}` as the form holds them → `{entries: {html, text}[]}` in the publication's published style and language. */
export async function POST(request: Request): Promise<Response> {
  const refusal = refusalWithoutPass(request)
  if (refusal) return refusal
  const read = await readStudioBody(request, body)
  if (!read.ok) return read.refusal

  const settings = await readSettings()
  if (!settings) return studioRefusal(503, 'The content store did not answer. The entry is shown again in a moment.')
  const options = {style: availableStyle(settings.citationStyle), language: settings.language}
  const entries = read.body.references.map((reference) => formatEntry(reference, options))
  return Response.json({entries}, {headers: {'cache-control': 'no-store'}})
}

async function readSettings() {
  const stored: unknown = await publishedClient()
    .fetch<unknown>(settingsQuery)
    .catch(() => undefined)
  return stored === undefined ? null : settingsResult.safeParse(stored).data
}
