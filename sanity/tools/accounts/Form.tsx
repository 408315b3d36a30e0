import {Button, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type ReactNode, type SubmitEvent} from 'react'

import {messageOf} from './messageOf'
import {roles, type RoleName} from './roles'
import {Failure} from './Section'

interface FormProps {
  /** Gets the fields by name. Rejects with a sentence for whoever filled them in. */
  onSubmit: (fields: Record<string, string>) => Promise<void>
  submit: string
  children: ReactNode
}

/** A form that sends once at a time, and says why it was refused without losing what was typed. */
export function Form({onSubmit, submit, children}: FormProps) {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const)
    setSending(true)
    setProblem(null)
    try {
      if (fields.some(([, value]) => !value.trim())) throw new Error('Fill in every field.')
      await onSubmit(Object.fromEntries(fields))
      form.reset()
    } catch (error) {
      setProblem(messageOf(error))
    }
    setSending(false)
  }

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Stack gap={4}>
        {children}
        {problem !== null && <Failure message={problem} />}
        <Flex>
          <Button loading={isSending} disabled={isSending} text={submit} tone="primary" type="submit" />
        </Flex>
      </Stack>
    </form>
  )
}

interface FieldProps {
  name: string
  label: string
  type?: 'text' | 'email' | 'password'
  autoComplete?: string
}

export function Field({name, label, type = 'text', autoComplete = 'off'}: FieldProps) {
  const id = useId()
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      <TextInput aria-required autoComplete={autoComplete} id={id} name={name} type={type} />
    </Stack>
  )
}

interface RoleFieldProps {
  name: string
  initial: RoleName
}

export function RoleField({name, initial}: RoleFieldProps) {
  const id = useId()
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        Role
      </Text>
      <Select defaultValue={initial} id={id} name={name}>
        {roles.map((role) => (
          <option key={role.name} value={role.name}>
            {role.title}: {role.description}
          </option>
        ))}
      </Select>
    </Stack>
  )
}
