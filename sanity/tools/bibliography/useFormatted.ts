import {useEffect, useRef, useState} from 'react'

import {messageOf} from '../accounts/messageOf'
import {formatEntries, formatKey, type Ask, type FormattedEntry} from './formatEntries'
import type {Row} from './rows'

/** How long an editor who types is waited for. */
const PAUSE_MS = 350

export interface Formatted {
  of: (row: Row) => FormattedEntry | null
  problem: string | null
  retry: () => void
}

/** The rows' entries as they will be printed, formatted by the server a little after they change. */
export function useFormatted(rows: readonly Row[], ask: Ask): Formatted {
  const [known, setKnown] = useState<ReadonlyMap<string, FormattedEntry>>(new Map())
  const [problem, setProblem] = useState<string | null>(null)
  const [pause, setPause] = useState({ms: PAUSE_MS})
  const latest = useRef(known)

  useEffect(() => {
    latest.current = known
  }, [known])

  useEffect(() => {
    const missing = rows
      .filter(({choice}) => choice !== 'skip')
      .map(({stored}) => stored)
      .filter((reference) => !latest.current.has(formatKey(reference)))
    if (missing.length === 0) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      formatEntries(missing, {
        ask,
        signal: abort.signal,
        onBatch: (formatted) => {
          setProblem(null)
          setKnown((before) => new Map([...before, ...formatted]))
        },
      }).catch((error: unknown) => {
        if (!abort.signal.aborted) setProblem(messageOf(error))
      })
    }, pause.ms)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [rows, ask, pause])

  return {
    of: (row) => known.get(formatKey(row.stored)) ?? null,
    problem,
    retry: () => setPause({ms: PAUSE_MS}),
  }
}
