import {Stack, Text} from '@sanity/ui'
import {useState} from 'react'

import type {AccountsApi, Token} from './accountsApi'
import {ConfirmButton} from './ConfirmButton'
import {Field, Form, RoleField} from './Form'
import {messageOf} from './messageOf'
import {parseRole, titleOf} from './roles'
import {Row} from './Row'
import {SecretOnce} from './SecretOnce'
import {Failure, Section} from './Section'
import {useLoaded} from './useLoaded'
import {when} from './when'

/** The tokens that programs read and write with, for administrators. */
export function Tokens({api}: {api: AccountsApi}) {
  const [loaded, reload] = useLoaded(api.tokens)
  const [problem, setProblem] = useState<string | null>(null)
  const [given, setGiven] = useState<{label: string; key: string} | null>(null)

  async function add({label = '', role = ''}: Record<string, string>) {
    setGiven({label, key: await api.addToken({label, roleName: parseRole(role)})})
    await reload()
  }

  async function remove({id}: Token) {
    setProblem(null)
    await api.removeToken(id).catch((error: unknown) => setProblem(messageOf(error)))
    await reload()
  }

  return (
    <Section
      title="API tokens"
      description="For programs, such as an importer or a backup. A token can do what its role can."
      loaded={loaded}
    >
      {(tokens) => (
        <Stack gap={5}>
          {problem !== null && <Failure message={problem} />}
          {given && (
            <SecretOnce
              sentence={`This is the token ${given.label}.`}
              secret={given.key}
              onDone={() => setGiven(null)}
            />
          )}
          <Stack as="ul" gap={4} margin={0} padding={0}>
            {tokens.map((token) => (
              <Row key={token.id}>
                <Stack flex={1} gap={2}>
                  <Text size={1} weight="medium">
                    {token.label}
                  </Text>
                  <Text muted size={1}>
                    {titleOf(token.role)} · since {when(token.createdAt)} · last used {when(token.lastUsedAt)}
                  </Text>
                </Stack>
                <ConfirmButton
                  label={`Revoke ${token.label}`}
                  onConfirm={() => void remove(token)}
                  question={`Revoke ${token.label}? Programs that use it stop at once.`}
                  text="Revoke"
                />
              </Row>
            ))}
          </Stack>
          <Form onSubmit={add} submit="Make token">
            <Field name="label" label="What it is for" />
            <RoleField name="role" initial="viewer" />
          </Form>
        </Stack>
      )}
    </Section>
  )
}
