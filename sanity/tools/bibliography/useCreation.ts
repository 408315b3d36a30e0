import {useRef, useState} from 'react'
import type {SanityClient} from 'sanity'

import {createKey} from '@/sanity/studio/createKey'
import {createUuid} from '@/sanity/studio/createUuid'

import {createReferences, type ArticleTarget} from './createReferences'
import {planOf} from './plan'
import {rowsOf, type Row} from './rows'
import type {OpenLibrary} from './useLibrary'
import type {OpenPaste} from './usePaste'
import {refusalOf} from './refusalOf'
import {counted} from './words'

export interface CreateOptions {
  publish: boolean
  /** The article whose further reading gets the references. */
  target: () => Promise<ArticleTarget | null>
}

export interface Creation {
  isBusy: boolean
  problem: string | null
  /** The article that got the references last. */
  filled: string | null
  /** Stores what is not stored yet; nothing while it is at it. */
  create: (options: CreateOptions) => Promise<void>
}

interface CreationOf {
  client: SanityClient
  open: OpenPaste
  library: OpenLibrary
  rows: readonly Row[]
}

/** Creates the references of a paste, once, and says why it could not. */
export function useCreation({client, open, library, rows}: CreationOf): Creation {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [filled, setFilled] = useState<string | null>(null)
  const isRunning = useRef(false)

  async function create(options: CreateOptions) {
    if (isRunning.current) return
    isRunning.current = true
    setBusy(true)
    setProblem(null)
    try {
      await run(options)
    } catch (error) {
      setProblem(`${refusalOf(error)} Nothing you pasted is lost: what was not created can be created again.`)
    }
    isRunning.current = false
    setBusy(false)
  }

  async function run({publish, target}: CreateOptions) {
    const fresh = rowsOf(open.entries, open.paste.edits, await library.reload())
    const changed = fresh.filter(({choice}, index) => choice !== rows[index]?.choice)
    if (changed.length > 0) {
      const entries = changed.map(({number}) => number).join(', ')
      throw new Error(
        `${counted(changed.length, 'work')} came into the library meanwhile. Look at entry ${entries} and press again.`,
      )
    }
    const article = await target()
    const ids = new Map(fresh.map((row) => [row.key, row.edit.id ?? createUuid()]))
    open.editAll(Object.fromEntries([...ids].map(([key, id]) => [key, {id}])))
    await createReferences(client, {
      entries: planOf(fresh, {publish, idOf: ({key}) => ids.get(key) ?? createUuid()}),
      article,
      createKey,
      onStored: (results) =>
        open.editAll(Object.fromEntries(Object.entries(results).map(([key, result]) => [key, {result}]))),
    })
    setFilled(article?.id ?? null)
    await library.refresh()
  }

  return {isBusy, problem, filled, create}
}
