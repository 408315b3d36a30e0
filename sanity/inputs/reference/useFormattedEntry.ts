import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import {z} from 'zod'

import type {ReferenceRecord} from '@/lib/citations/reference'
import {API_VERSION} from '@/sanity/env'
import {serverRequest, ServerRequestError} from '@/sanity/studio/serverRequest'

const PAUSE_MS = 250
const RETRY_MS = 10_000

const answer = z.object({entries: z.array(z.object({html: z.string(), text: z.string()}))})

type Entry = z.infer<typeof answer>['entries'][number]

export interface FormattedEntry {
  /** The last one, also while a newer one is awaited. */
  entry: Entry | null
  isLoading: boolean
  /** Why the entry shown may be an older one. */
  problem: string | null
}

interface Answered {
  /** What was sent. */
  body: string
  entry: Entry | null
  problem: string | null
}

/** The entry that the server makes of a reference, a moment after its last change. */
export function useFormattedEntry(record: ReferenceRecord): FormattedEntry {
  const client = useClient({apiVersion: API_VERSION})
  const [state, setState] = useState<Answered>({body: '', entry: null, problem: null})
  const body = useMemo(() => JSON.stringify(record), [record])

  useEffect(() => {
    const controller = new AbortController()
    let retry: ReturnType<typeof setTimeout> | undefined
    const format = async () => {
      try {
        const request: unknown = {references: [JSON.parse(body)], listed: true}
        const answered = await serverRequest(client, '/api/studio/format', request, controller.signal)
        const [entry = null] = answer.parse(answered).entries
        if (!controller.signal.aborted) setState({body, entry, problem: null})
      } catch (error) {
        if (controller.signal.aborted) return
        const problem = error instanceof ServerRequestError ? error.message : 'The entry could not be shown.'
        setState(({entry}) => ({body, entry, problem}))
        retry = setTimeout(() => void format(), RETRY_MS)
      }
    }
    const pause = setTimeout(() => void format(), PAUSE_MS)
    return () => {
      clearTimeout(pause)
      clearTimeout(retry)
      controller.abort()
    }
  }, [client, body])

  return {entry: state.entry, isLoading: state.body !== body, problem: state.problem}
}
