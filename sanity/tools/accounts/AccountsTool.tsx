import {Box, Container, Heading, Stack} from '@sanity/ui'
import {useMemo} from 'react'
import {useClient, useCurrentUser} from 'sanity'

import {createAccountsApi} from './accountsApi'
import {People} from './People'
import {Sessions} from './Sessions'
import {Tokens} from './Tokens'
import {YourAccount} from './YourAccount'

/** One's own password and sessions; for administrators everybody's account and the tokens, too. */
export function AccountsTool() {
  const client = useClient({apiVersion: '2026-01-01'})
  const user = useCurrentUser()
  const api = useMemo(() => createAccountsApi(client), [client])
  if (!user) return null
  const isAdministrator = user.roles.some(({name}) => name === 'administrator')
  return (
    <Box height="fill" overflow="auto" padding={4}>
      <Container width={2}>
        <Stack gap={4}>
          <Heading as="h1" size={2}>
            Accounts
          </Heading>
          <YourAccount api={api} user={user} />
          <Sessions api={api} />
          {isAdministrator && <People api={api} ownId={user.id} />}
          {isAdministrator && <Tokens api={api} />}
        </Stack>
      </Container>
    </Box>
  )
}
