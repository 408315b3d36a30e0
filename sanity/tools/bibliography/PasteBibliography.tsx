import {Card, Heading, Stack, Text} from '@sanity/ui'
import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'

import {API_VERSION} from '@/sanity/env'
import {serverRequest} from '@/sanity/studio/serverRequest'

import {messageOf} from '../accounts/messageOf'
import {CreationBar} from './CreationBar'
import {EntryList} from './EntryList'
import type {ArticleTarget} from './createReferences'
import type {Ask} from './formatEntries'
import {createPasteStore} from './keptPaste'
import {lookUpRows, needsLookUp} from './lookUp'
import {PasteBox} from './PasteBox'
import {Problem} from './Problem'
import {rowsOf, type Row} from './rows'
import {summaryOf, summaryWords} from './summary'
import {useFormatted} from './useFormatted'
import {useLibrary} from './useLibrary'
import {usePaste} from './usePaste'

interface PasteBibliographyProps {
  /** The article that gets the references; null lets the editor choose one. */
  article: ArticleTarget | null
}

/** A box to paste references into, and what becomes of each. */
export function PasteBibliography({article}: PasteBibliographyProps) {
  const articleId = article?.id ?? ''
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const store = useMemo(
    () => createPasteStore(() => window.localStorage, `${client.config().dataset}.${articleId}`),
    [client, articleId],
  )
  const ask = useCallback<Ask>((path, body, signal) => serverRequest(client, path, body, signal), [client])
  const open = usePaste(store)
  const library = useLibrary(client)
  const rows = useMemo(
    () => rowsOf(open.entries, open.paste.edits, library.finder),
    [open.entries, open.paste.edits, library.finder],
  )
  const formatted = useFormatted(rows, ask)
  const lookUp = useLookUp(ask, open.edit)
  const summary = summaryOf(rows)

  return (
    <Stack gap={5}>
      <PasteBox open={open} />
      <Text as="output" size={1} weight="medium">
        {rows.length === 0 ? 'Nothing pasted yet.' : `${summaryWords(summary)}.`}
      </Text>
      {rows.length > 0 && (
        <>
          <CreationBar
            article={article}
            client={client}
            library={library}
            mayPublish={!user?.roles.some(({name}) => name === 'contributor')}
            open={open}
            rows={rows}
            lookUp={{
              waiting: rows.filter(needsLookUp),
              isBusy: lookUp.pending.size > 0,
              start: lookUp.start,
            }}
          />
          {lookUp.problem !== null && <Problem message={lookUp.problem} />}
          {library.problem !== null && (
            <Problem message={`The library could not be read, so nothing is recognised. ${library.problem}`} />
          )}
          {formatted.problem !== null && (
            <Problem message={`The entries cannot be shown as they will be printed. ${formatted.problem}`} />
          )}
          <Heading as="h2" size={1}>
            Entries
          </Heading>
          <EntryList
            formatted={formatted}
            onEdit={open.edit}
            onLookUp={lookUp.startOne}
            pending={lookUp.pending}
            rows={rows}
          />
        </>
      )}
      {rows.length === 0 && <Welcome />}
    </Stack>
  )
}

function Welcome() {
  return (
    <Card padding={4} radius={3} tone="transparent">
      <Text muted size={1}>
        Each reference gets a row: its fields, how it will be printed beside how it was pasted, and whether the library
        has it already. Nothing is created before you say so, and nothing is asked of the network unless you press “Look
        up”.
      </Text>
    </Card>
  )
}

function useLookUp(ask: Ask, onFound: Parameters<typeof lookUpRows>[1]['onFound']) {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
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
      setPending((before) => new Set([...before, ...rows.map(({key}) => key)]))
      const settle = (keys: readonly string[]) =>
        setPending((before) => new Set([...before].filter((key) => !keys.includes(key))))
      await lookUpRows(rows, {
        ask,
        onFound: (key, edit) => {
          if (!isMounted.current) return
          onFound(key, edit)
          settle([key])
        },
      }).catch((error: unknown) => setProblem(messageOf(error)))
      settle(rows.map(({key}) => key))
    },
    [ask, onFound],
  )
  const startOne = useCallback((row: Row) => void start([row]), [start])
  return {pending, problem, start, startOne}
}
