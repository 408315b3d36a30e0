import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import type {CurrentUser} from 'sanity'

import type {AccountsApi} from './accountsApi'
import {Field, Form} from './Form'
import {Section} from './Section'

/** Who is signed in, and the form that changes her password. */
export function YourAccount({api, user}: {api: AccountsApi; user: CurrentUser}) {
  const [isChanged, setChanged] = useState(false)

  async function change({current = '', next = '', again = ''}: Record<string, string>) {
    setChanged(false)
    if (next !== again) throw new Error('The new password was typed in two different ways.')
    await api.changeOwnPassword({current, next})
    setChanged(true)
  }

  return (
    <Section
      title="Your password"
      description={`You are ${user.name}, and sign in as ${user.email}.`}
      loaded={{state: 'ready', value: user}}
    >
      {() => (
        <Form onSubmit={change} submit="Change password">
          <Flex direction={['column', 'column', 'row']} gap={3}>
            <Field name="current" label="Current password" type="password" autoComplete="current-password" />
            <Field name="next" label="New password" type="password" autoComplete="new-password" />
            <Field name="again" label="New password again" type="password" autoComplete="new-password" />
          </Flex>
          <Stack gap={3}>
            <Text muted size={1}>
              At least 10 characters. You stay signed in here, and are signed out everywhere else.
            </Text>
            {isChanged && (
              <Card as="output" padding={3} radius={2} tone="positive">
                <Text size={1}>Your password has been changed.</Text>
              </Card>
            )}
          </Stack>
        </Form>
      )}
    </Section>
  )
}
