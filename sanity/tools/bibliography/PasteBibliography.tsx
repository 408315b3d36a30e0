import {Card, Heading, Stack, Text} from '@sanity/ui'
import {useCallback, useMemo, useRef, useState} from 'react'
import {useClient, useCurrentUser, type CurrentUser} from 'sanity'

import {API_VERSION} from '@/sanity/env'
import {serverRequest} from '@/sanity/studio/serverRequest'

import {CreationBar} from './CreationBar'
import {EntryList} from './EntryList'
import type {ArticleTarget} from './createReferences'
import type {Ask} from './formatEntries'
import {createPasteStore} from './keptPaste'
import {needsLookUp} from './lookUp'
import {PasteBox} from './PasteBox'
import {Problem} from './Problem'
import {rowsOf} from './rows'
import {summaryOf, summaryWords} from './summary'
import {useFocusAfter} from './useFocusAfter'
import {useFormatted} from './useFormatted'
import {useLibrary} from './useLibrary'
import {useLookUp} from './useLookUp'
import {usePaste} from './usePaste'
import {counted} from './words'

/** Rows are slow to draw: a thousand at once would stop the browser. */
const SHOWN_AT_ONCE = 100

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
    () =>
      createPasteStore(
        () => [window.sessionStorage, window.localStorage],
        `${client.config().dataset}.${user?.id ?? ''}.${articleId}`,
      ),
    [client, articleId, user?.id],
  )
  const ask = useCallback<Ask>((path, body, signal) => serverRequest(client, path, body, signal), [client])
  const open = usePaste(store)
  const library = useLibrary(client)
  const rows = useMemo(
    () => rowsOf(open.entries, open.paste.edits, library.finder),
    [open.entries, open.paste.edits, library.finder],
  )
  const [most, setMost] = useState(SHOWN_AT_ONCE)
  const shown = useMemo(() => rows.slice(0, most), [rows, most])
  const formatted = useFormatted(shown, ask)
  const lookUp = useLookUp(ask, open.edit)
  const summary = summaryOf(rows)
  const entries = useRef<HTMLHeadingElement>(null)
  useFocusAfter(lookUp.pending.size > 0, entries)

  return (
    <Stack gap={5}>
      <PasteBox open={open} />
      <Text as="output" size={1} weight="medium">
        {rows.length === 0 ? 'Nothing pasted yet.' : `${summaryWords(summary)}.`}
        {lookUp.asked > 0 &&
          ` ${counted(lookUp.asked, 'address', 'addresses')} looked up: the entries say what was found.`}
      </Text>
      {rows.length > 0 && (
        <>
          {user && isReader(user) ? (
            <Problem message="Your account may look, and create nothing. Ask an editor to make references of these." />
          ) : (
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
          )}
          {lookUp.problem !== null && <Problem message={lookUp.problem} />}
          {library.problem !== null && (
            <Problem
              message={`The library could not be read, so no work in it is recognised and nothing can be created. ${library.problem}`}
              onRetry={() => void library.refresh()}
            />
          )}
          {formatted.problem !== null && (
            <Problem
              message={`The entries cannot be shown as they will be printed. ${formatted.problem}`}
              onRetry={formatted.retry}
            />
          )}
          <Heading as="h2" ref={entries} size={1} tabIndex={-1}>
            Entries
          </Heading>
          <EntryList
            formatted={formatted}
            hidden={rows.length - shown.length}
            onEdit={open.edit}
            onLookUp={lookUp.startOne}
            onShowMore={() => setMost(most + SHOWN_AT_ONCE)}
            pending={lookUp.pending}
            rows={shown}
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

function isReader({roles}: CurrentUser): boolean {
  return roles.length > 0 && roles.every(({name}) => name === 'viewer')
}
