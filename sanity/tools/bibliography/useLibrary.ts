import {useCallback, useEffect, useMemo, useState} from 'react'
import type {SanityClient} from 'sanity'

import {readLibrary, type LibraryWork} from '@/sanity/works/library'
import {createWorkFinder, type WorkFinder} from '@/sanity/works/workFinder'

import {messageOf} from '../accounts/messageOf'

export interface OpenLibrary {
  state: 'loading' | 'ready' | 'failed'
  finder: WorkFinder<LibraryWork>
  /** Why the library could not be read. */
  problem: string | null
  /** Reads it again, and resolves with what there is now. Rejects when that fails. */
  reload: () => Promise<WorkFinder<LibraryWork>>
  /** Reads it again; `problem` says whether that failed. */
  refresh: () => Promise<void>
}

/** Every reference of the library, to recognise works that are there already. */
export function useLibrary(client: SanityClient): OpenLibrary {
  const [works, setWorks] = useState<LibraryWork[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const finder = useMemo(() => createWorkFinder(works ?? []), [works])

  const reload = useCallback(
    () =>
      readLibrary(client).then((read) => {
        setWorks(read)
        setProblem(null)
        return createWorkFinder(read)
      }),
    [client],
  )

  const refresh = useCallback(
    () =>
      reload().then(
        () => {},
        (error: unknown) => setProblem(messageOf(error)),
      ),
    [reload],
  )

  useEffect(() => void refresh(), [refresh])

  return {state: problem === null ? (works ? 'ready' : 'loading') : 'failed', finder, problem, reload, refresh}
}
