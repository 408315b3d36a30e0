import {Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {z} from 'zod'

import {linkHealthId} from '@/lib/links/linkDocumentIds'
import {linkStates} from '@/lib/links/linkStates'
import {API_VERSION} from '@/sanity/env'
import {linkStory} from '@/sanity/tools/links/linkStory'

const known = z
  .object({
    url: z.string(),
    state: z.enum(linkStates.map(({value}) => value)),
    message: z.string().nullable(),
    checkedAt: z.string().nullable(),
    firstFailedAt: z.string().nullable(),
  })
  .nullable()

type Known = z.output<typeof known>

const QUERY = '*[_id == $id][0]{url, state, message, checkedAt, firstFailedAt}'

/** What the link checker found at an address, in a quiet line; nothing where it has not looked. */
export function LinkHealthLine({address, referenceId}: {address: string; referenceId: string}) {
  const client = useClient({apiVersion: API_VERSION})
  const [health, setHealth] = useState<Known>(null)

  useEffect(() => {
    let isCurrent = true
    client
      .fetch<unknown>(QUERY, {id: linkHealthId(referenceId)}, {perspective: 'raw'})
      .then((found) => {
        if (isCurrent) setHealth(known.safeParse(found).data ?? null)
      })
      // The form is for writing: it does without the line where this cannot be asked.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [client, referenceId])

  if (health?.url !== address) return null
  const title = linkStates.find(({value}) => value === health.state)?.title
  return (
    <Text muted={health.state !== 'dead'} size={1}>
      {title}. {linkStory(health)}
    </Text>
  )
}
