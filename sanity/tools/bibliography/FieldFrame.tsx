import {Badge, Flex, Select, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useId, type ReactNode} from 'react'

import type {FieldState} from './rows'
import {stateWords} from './words'

export interface FieldProps {
  label: string
  /** How the value was come by. */
  state: FieldState | undefined
  entryNumber: number
}

interface ValueProps extends FieldProps {
  value: string
  onChange: (value: string) => void
}

const TONES = {sure: 'default', likely: 'default', guess: 'caution', edited: 'primary'} as const

/** The name of a field and how certain its value is. */
export function FieldFrame({
  label,
  state,
  inputId,
  children,
}: {
  label: string
  state: FieldState | undefined
  inputId?: string
  children: ReactNode
}) {
  return (
    <Stack gap={2}>
      <Flex align="center" gap={2}>
        {inputId ? (
          <Text as="label" htmlFor={inputId} size={1} weight="medium">
            {label}
          </Text>
        ) : (
          <Text size={1} weight="medium">
            {label}
          </Text>
        )}
        {state && (
          <Badge fontSize={0} tone={TONES[state]}>
            {stateWords[state]}
          </Badge>
        )}
      </Flex>
      {children}
    </Stack>
  )
}

export function TextField({label, state, value, onChange, type = 'text'}: ValueProps & {type?: 'text' | 'date'}) {
  const id = useId()
  return (
    <FieldFrame inputId={id} label={label} state={state}>
      <TextInput
        fontSize={1}
        id={id}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
        padding={2}
        type={type}
        value={value}
      />
    </FieldFrame>
  )
}

export function LongTextField({label, state, value, onChange}: ValueProps) {
  const id = useId()
  return (
    <FieldFrame inputId={id} label={label} state={state}>
      <TextArea
        fontSize={1}
        id={id}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
        padding={2}
        rows={2}
        value={value}
      />
    </FieldFrame>
  )
}

interface ChoiceFieldProps extends ValueProps {
  choices: readonly {value: string; title: string}[]
}

export function ChoiceField({label, state, value, onChange, choices}: ChoiceFieldProps) {
  const id = useId()
  return (
    <FieldFrame inputId={id} label={label} state={state}>
      <Select
        fontSize={1}
        id={id}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
        padding={2}
        value={value}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </Select>
    </FieldFrame>
  )
}
