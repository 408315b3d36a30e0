import {Box, Card, Container, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useMemo, useRef} from 'react'
import {useClient} from 'sanity'

import {API_VERSION} from '@/sanity/env'
import {useLoaded} from '@/sanity/tools/accounts/useLoaded'
import {when} from '@/sanity/tools/accounts/when'
import {Problem} from '@/sanity/tools/bibliography/Problem'
import {refusalOf} from '@/sanity/tools/bibliography/refusalOf'
import {useFocusAfter} from '@/sanity/tools/bibliography/useFocusAfter'

import {createLinksApi, type LinksApi} from './linksApi'
import type {LinksOverview} from './linksQuery'
import {LinkSection} from './LinkSection'

const SECTIONS = [
  {
    state: 'dead',
    title: 'Dead',
    description:
      'Failed twice, two days apart. Readers who choose such a title are led to its archived copy, where there is one.',
  },
  {
    state: 'failing',
    title: 'Failing',
    description: 'Did not answer as it should. It is checked again after two days; readers see nothing of it yet.',
  },
  {
    state: 'moved',
    title: 'Moved',
    description: 'The work has another address now, or the old one leads to a front page.',
  },
  {
    state: 'blocked',
    title: 'Cannot be checked',
    description: 'These answer people and refuse programs. Open them yourself now and then.',
  },
] as const

/** Links that need an editor, what needs her most first. */
export function LinksTool() {
  const client = useClient({apiVersion: API_VERSION})
  const api = useMemo(() => createLinksApi(client), [client])
  const [loaded, reload] = useLoaded(api.overview)
  const tool = useRef<HTMLDivElement>(null)
  useFocusAfter(loaded.state === 'failed', tool)
  return (
    <Box height="fill" overflow="auto" padding={4} ref={tool} tabIndex={-1}>
      <Container width={2}>
        <Stack gap={4}>
          <Heading as="h1" size={2}>
            Links
          </Heading>
          {loaded.state === 'loading' && <Spinner muted />}
          {loaded.state === 'failed' && (
            <Problem
              message={`The links could not be read. ${refusalOf(loaded.message)}`}
              onRetry={() => void reload()}
            />
          )}
          {loaded.state === 'ready' && <Overview api={api} overview={loaded.value} reload={reload} />}
        </Stack>
      </Container>
    </Box>
  )
}

interface OverviewProps {
  api: LinksApi
  overview: LinksOverview
  reload: () => Promise<void>
}

function Overview({api, overview: {links, total, lastCheckedAt}, reload}: OverviewProps) {
  return (
    <>
      <Text muted size={1}>
        {lastCheckedAt === null
          ? 'No address of a reference has been checked yet. The publication does so once a day while it runs.'
          : `${total} ${total === 1 ? 'address' : 'addresses'} checked so far, the last one ${when(lastCheckedAt)}.`}
      </Text>
      {lastCheckedAt !== null && links.length === 0 && (
        <Card as="output" padding={4} radius={3} tone="positive">
          <Text size={1}>Every address that was checked answers.</Text>
        </Card>
      )}
      {SECTIONS.map(({state, title, description}) => {
        const inState = links.filter((link) => link.state === state)
        if (inState.length === 0) return null
        return (
          <LinkSection key={state} api={api} description={description} links={inState} reload={reload} title={title} />
        )
      })}
    </>
  )
}
