import {AddIcon} from '@sanity/icons/Add'
import {TrashIcon} from '@sanity/icons/Trash'
import {Box, Button, Flex, Stack, TextInput} from '@sanity/ui'

import type {ContributorRecord} from '@/lib/citations/reference'

import {FieldFrame, type FieldProps} from './FieldFrame'

interface ContributorFieldsProps extends FieldProps {
  value: readonly ContributorRecord[]
  onChange: (value: ContributorRecord[]) => void
}

/** Names in their order: people by family and given name, organisations by theirs. */
export function ContributorFields({label, state, value, onChange}: ContributorFieldsProps) {
  const replace = (index: number, changed: ContributorRecord) => onChange(value.with(index, changed))
  return (
    <Box aria-label={label} as="fieldset" margin={0} padding={0} style={{border: 0, minWidth: 0}}>
      <FieldFrame label={label} state={state}>
        <Stack gap={2}>
          {value.map((contributor, index) => (
            <Contributor
              contributor={contributor}
              key={index}
              name={`${label}, ${index + 1}`}
              onChange={(changed) => replace(index, changed)}
              onRemove={() => onChange(value.toSpliced(index, 1))}
            />
          ))}
          <Flex gap={2} wrap="wrap">
            <Button
              fontSize={1}
              icon={AddIcon}
              mode="ghost"
              onClick={() => onChange([...value, {_type: 'person'}])}
              padding={2}
              text="Person"
            />
            <Button
              fontSize={1}
              icon={AddIcon}
              mode="ghost"
              onClick={() => onChange([...value, {_type: 'organisation'}])}
              padding={2}
              text="Organisation"
            />
          </Flex>
        </Stack>
      </FieldFrame>
    </Box>
  )
}

interface ContributorProps {
  contributor: ContributorRecord
  name: string
  onChange: (changed: ContributorRecord) => void
  onRemove: () => void
}

function Contributor({contributor, name, onChange, onRemove}: ContributorProps) {
  const isOrganisation = contributor._type === 'organisation' || Boolean(contributor.literal)
  const input = (field: 'literal' | 'particles' | 'family' | 'given' | 'suffix', title: string) => (
    <TextInput
      aria-label={`${name}: ${title}`}
      fontSize={1}
      onChange={({currentTarget}) => onChange({...contributor, [field]: currentTarget.value})}
      padding={2}
      placeholder={title}
      value={contributor[field] ?? ''}
    />
  )
  return (
    <Flex align="center" gap={2}>
      {isOrganisation ? (
        <Box flex={1}>{input('literal', 'Name of the organisation')}</Box>
      ) : (
        <>
          {contributor.particles && <Box style={{width: 80}}>{input('particles', 'Particles')}</Box>}
          <Box flex={1}>{input('family', 'Family name')}</Box>
          <Box flex={1}>{input('given', 'Given names')}</Box>
          {contributor.suffix && <Box style={{width: 60}}>{input('suffix', 'Suffix')}</Box>}
        </>
      )}
      <Button aria-label={`Remove ${name}`} fontSize={1} icon={TrashIcon} mode="bleed" onClick={onRemove} padding={2} />
    </Flex>
  )
}
