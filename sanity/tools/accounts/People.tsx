import {Stack} from '@sanity/ui'
import {useState} from 'react'

import type {Account, AccountsApi} from './accountsApi'
import {Field, Form, RoleField} from './Form'
import {messageOf} from './messageOf'
import {Person} from './Person'
import {parseRole, type RoleName} from './roles'
import {SecretOnce} from './SecretOnce'
import {Failure, Section} from './Section'
import {useLoaded} from './useLoaded'

interface PeopleProps {
  api: AccountsApi
  /** The id of who is looking. */
  ownId: string
}

/** Everybody with an account, for administrators. */
export function People({api, ownId}: PeopleProps) {
  const [loaded, reload] = useLoaded(api.people)
  const [problem, setProblem] = useState<string | null>(null)
  const [given, setGiven] = useState<{whose: string; password: string} | null>(null)

  async function run(change: () => Promise<void>) {
    setProblem(null)
    await change().catch((error: unknown) => setProblem(messageOf(error)))
    await reload()
  }

  async function add({name = '', email = '', role = ''}: Record<string, string>) {
    setGiven({whose: name, password: await api.addPerson({name, email, role: parseRole(role)})})
    await reload()
  }

  const reset = ({id, name}: Account) => run(async () => setGiven({whose: name, password: await api.resetPassword(id)}))
  const remove = ({id}: Account) => run(() => api.removePerson(id))
  const changeRole = ({id}: Account, role: RoleName) => run(() => api.changeRole(id, role))

  return (
    <Section
      title="People"
      description="Everybody who can sign in. An account is not an author: bios stay when people leave."
      loaded={loaded}
    >
      {(people) => (
        <Stack gap={5}>
          {problem !== null && <Failure message={problem} />}
          {given && (
            <SecretOnce
              sentence={`Give ${given.whose} this password.`}
              secret={given.password}
              onDone={() => setGiven(null)}
            />
          )}
          <Stack as="ul" gap={4} margin={0} padding={0}>
            {people.map((person) => (
              <Person
                key={person.id}
                person={person}
                isSelf={person.id === ownId}
                onRole={(role) => void changeRole(person, role)}
                onReset={() => void reset(person)}
                onRemove={() => void remove(person)}
              />
            ))}
          </Stack>
          <Form onSubmit={add} submit="Add person">
            <Field name="name" label="Name" />
            <Field name="email" label="E-mail" type="email" />
            <RoleField name="role" initial="editor" />
          </Form>
        </Stack>
      )}
    </Section>
  )
}
