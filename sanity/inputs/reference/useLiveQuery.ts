import type {QueryParams} from '@sanity/client'
import {useCallback, useEffect, useMemo, useState} from 'react'
import {useDocumentStore} from 'sanity'
import type {z} from 'zod'

import {API_VERSION} from '@/sanity/env'

export interface LiveQuery {
  fetch: string
  /** A filter and nothing else: what changes among these documents asks anew. */
  listen: string
}

export interface LiveResult<T> {
  /** Null until the first answer. */
  value: T | null
  problem: string | null
  /** Asks anew after a problem. */
  retry: () => void
}

/** The result of a query over drafts and published documents alike, anew whenever one that it listens to changes. */
export function useLiveQuery<T>(query: LiveQuery, params: QueryParams | null, schema: z.ZodType<T>): LiveResult<T> {
  const store = useDocumentStore()
  const [state, setState] = useState<Omit<LiveResult<T>, 'retry'> & {key: string}>({
    key: '',
    value: null,
    problem: null,
  })
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((number) => number + 1), [])
  const key = useMemo(() => JSON.stringify([query, params, attempt]), [query, params, attempt])

  useEffect(() => {
    const [text, given]: [LiveQuery, QueryParams | null] = JSON.parse(key)
    if (given === null) return
    const options = {apiVersion: API_VERSION, perspective: 'raw', throttleTime: 500} as const
    const subscription = store.listenQuery(text, given, options).subscribe({
      next: (stored: unknown) => {
        const parsed = schema.safeParse(stored)
        setState({
          key,
          value: parsed.success ? parsed.data : null,
          problem: parsed.success ? null : 'The content has another shape than expected.',
        })
      },
      error: () => setState({key, value: null, problem: 'The content store did not answer.'}),
    })
    return () => subscription.unsubscribe()
  }, [store, key, schema])

  return state.key === key ? {...state, retry} : {value: null, problem: null, retry}
}
