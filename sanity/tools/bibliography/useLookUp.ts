import {useCallback, useEffect, useRef, useState} from 'react'

import {messageOf} from '../accounts/messageOf'
import type {Ask} from './formatEntries'
import {lookUpRows} from './lookUp'
import type {EntryEdit} from './paste'
import type {Row} from './rows'

export interface LookUps {
  /** Keys of the rows that are being looked up. */
  pending: ReadonlySet<string>
  /** How many were looked up last; 0 while they are, and when that failed. */
  asked: number
  problem: string | null
  start: (rows: readonly Row[]) => Promise<void>
  startOne: (row: Row) => void
}

/** Looks rows up, and says which are under way. */
export function useLookUp(ask: Ask, onFound: (key: string, edit: Partial<EntryEdit>) => void): LookUps {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const isMounted = useRef(true)

  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  const start = useCallback(
    async (rows: readonly Row[]) => {
      setProblem(null)
      setAsked(0)
      setPending((before) => new Set([...before, ...rows.map(({key}) => key)]))
      const settle = (keys: readonly string[]) =>
        setPending((before) => new Set([...before].filter((key) => !keys.includes(key))))
      const found = (key: string, edit: Partial<EntryEdit>) => {
        if (!isMounted.current) return
        onFound(key, edit)
        settle([key])
      }
      await lookUpRows(rows, {ask, onFound: found}).then(
        () => setAsked(rows.length),
        (error: unknown) => setProblem(messageOf(error)),
      )
      settle(rows.map(({key}) => key))
    },
    [ask, onFound],
  )
  const startOne = useCallback((row: Row) => void start([row]), [start])
  return {pending, asked, problem, start, startOne}
}
