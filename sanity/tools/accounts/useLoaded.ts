import {useCallback, useEffect, useState} from 'react'

import {messageOf} from './messageOf'

export type Loaded<T> = {state: 'loading'} | {state: 'failed'; message: string} | {state: 'ready'; value: T}

/** What `load` resolves with, and a function that loads it again. `load` must keep its identity between renderings. */
export function useLoaded<T>(load: () => Promise<T>): [Loaded<T>, () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded<T>>({state: 'loading'})

  const reload = useCallback(
    () =>
      load().then(
        (value) => setLoaded({state: 'ready', value}),
        (error: unknown) => setLoaded({state: 'failed', message: messageOf(error)}),
      ),
    [load],
  )

  useEffect(() => void reload(), [reload])

  return [loaded, reload]
}
