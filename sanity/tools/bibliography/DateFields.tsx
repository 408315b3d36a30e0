import {Box, Flex, Select, TextInput} from '@sanity/ui'

import type {IssuedRecord} from '@/lib/citations/reference'

import {FieldFrame, type FieldProps} from './FieldFrame'

interface DateFieldsProps extends FieldProps {
  value: IssuedRecord | null
  onChange: (value: IssuedRecord) => void
}

const STATUSES = [
  {value: 'dated', title: 'Dated'},
  {value: 'nd', title: 'No date (n.d.)'},
  {value: 'inPress', title: 'In press'},
] as const

/** The date of a work, as exactly as it is known. */
export function DateFields({label, state, value, onChange}: DateFieldsProps) {
  const status = value?.status ?? (value ? 'dated' : '')
  const part = (field: 'year' | 'month' | 'day', title: string) => (
    <Box style={{width: 90}}>
      <TextInput
        aria-label={title}
        fontSize={1}
        inputMode="numeric"
        onChange={({currentTarget}) => onChange({...value, status: 'dated', [field]: numberOf(currentTarget.value)})}
        padding={2}
        placeholder={title}
        value={value?.[field] ?? ''}
      />
    </Box>
  )
  return (
    <Box aria-label={label} as="fieldset" margin={0} padding={0} style={{border: 0, minWidth: 0}}>
      <FieldFrame label={label} state={state}>
        <Flex gap={2} wrap="wrap">
          <Box>
            <Select
              aria-label="Whether it is dated"
              fontSize={1}
              onChange={({currentTarget}) => onChange(withStatus(value, currentTarget.value))}
              padding={2}
              value={status}
            >
              {status === '' && <option value="">Not known yet</option>}
              {STATUSES.map(({value: name, title}) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </Select>
          </Box>
          {(status === 'dated' || status === '') && (
            <>
              {part('year', 'Year')}
              {part('month', 'Month')}
              {part('day', 'Day')}
            </>
          )}
        </Flex>
      </FieldFrame>
    </Box>
  )
}

function withStatus(value: IssuedRecord | null, status: string): IssuedRecord {
  return status === 'dated' ? {...value, status} : {status}
}

function numberOf(text: string): number | null {
  const number = Number(text.trim())
  return text.trim() !== '' && Number.isInteger(number) ? number : null
}
