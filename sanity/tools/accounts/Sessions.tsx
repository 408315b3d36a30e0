import {Badge, Button, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'

import type {AccountsApi, Session} from './accountsApi'
import {browserOf} from './browserOf'
import {messageOf} from './messageOf'
import {Row} from './Row'
import {Failure, Section} from './Section'
import {useLoaded} from './useLoaded'
import {when} from './when'

/** Where this person is signed in. */
export function Sessions({api}: {api: AccountsApi}) {
  const [loaded, reload] = useLoaded(api.ownSessions)
  const [problem, setProblem] = useState<string | null>(null)

  async function end({id}: Session) {
    setProblem(null)
    await api.endOwnSession(id).catch((error: unknown) => setProblem(messageOf(error)))
    await reload()
  }

  return (
    <Section
      title="Where you are signed in"
      description="Sign out what you do not know, then change your password."
      loaded={loaded}
    >
      {(sessions) => (
        <Stack gap={3}>
          {problem !== null && <Failure message={problem} />}
          <Stack as="ul" gap={3} padding={0} margin={0}>
            {sessions.map((session) => (
              <Row key={session.id}>
                <Stack flex={1} gap={2}>
                  <Flex align="center" gap={2}>
                    <Text size={1} weight="medium">
                      {browserOf(session.userAgent)}
                    </Text>
                    {session.isCurrent && <Badge tone="primary">This one</Badge>}
                  </Flex>
                  <Text muted size={1}>
                    Since {when(session.createdAt)}, last used {when(session.lastUsedAt)}
                  </Text>
                </Stack>
                {!session.isCurrent && (
                  <Button
                    aria-label={`Sign out ${browserOf(session.userAgent)}, since ${when(session.createdAt)}`}
                    mode="ghost"
                    onClick={() => void end(session)}
                    text="Sign out"
                  />
                )}
              </Row>
            ))}
          </Stack>
        </Stack>
      )}
    </Section>
  )
}
