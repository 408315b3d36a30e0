import {useCallback, useEffect, useMemo} from 'react'
import {z} from 'zod'

import {useWorks} from '@/sanity/inputs/citation/useWorks'
import {useLiveQuery} from '@/sanity/inputs/reference/useLiveQuery'
import {useSettled} from '@/sanity/inputs/reference/useSettled'
import type {Work} from '@/sanity/works/distinctWorks'

/** Nobody reads a list while she types in the form beside it. */
const PAUSE_MS = 1_500

const REFERENCES = '*[_type == "bibliographicReference"]'
const STATE = {
  fetch: `{"count": count(${REFERENCES}), "editedAt": ${REFERENCES} | order(_updatedAt desc) [0]._updatedAt}`,
  listen: REFERENCES,
}
const NO_PARAMS = {}
const state = z.object({count: z.number(), editedAt: z.string().nullable()})

export interface AllWorks {
  /** Null until they are known. */
  works: Work[] | null
  problem: string | null
  retry: () => void
}

/** All references, read when the list opens and again when one of them has changed, or is gone. */
export function useAllWorks(): AllWorks {
  const {works, isLoading, problem, load} = useWorks()
  const {value, problem: stateProblem, retry: retryState} = useLiveQuery(STATE, NO_PARAMS, state)
  const settled = useSettled(value && `${value.count} ${value.editedAt}`, PAUSE_MS)
  useEffect(load, [load, settled])
  const list = useMemo(() => works.map(({work}) => work), [works])
  const isKnown = list.length > 0 || (value?.count === 0 && !isLoading && !problem)
  const retry = useCallback(() => {
    load()
    retryState()
  }, [load, retryState])
  return {works: isKnown ? list : null, problem: problem ?? stateProblem, retry}
}
