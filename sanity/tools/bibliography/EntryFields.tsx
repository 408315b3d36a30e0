import {Card, Grid, Stack} from '@sanity/ui'

import type {ParsedReference} from '@/lib/bibliography/parsedEntry'
import {referenceTypeHasField, referenceTypes, type ReferenceField} from '@/lib/citations/referenceTypes'

import {ContributorFields} from './ContributorFields'
import {DateFields} from './DateFields'
import {ChoiceField, LongTextField, TextField} from './FieldFrame'
import type {Row} from './rows'
import {fieldTitles} from './words'

export type FieldName = keyof ParsedReference

interface EntryFieldsProps {
  id: string
  row: Row
  onChange: (reference: ParsedReference, field: FieldName) => void
}

const PLACE = [
  'containerTitle',
  'publisher',
  'volume',
  'issue',
  'page',
  'number',
  'edition',
  'genre',
  'isbn',
] as const satisfies readonly ReferenceField[]
const CONTRIBUTORS = ['author', 'editor', 'translator'] as const

/** The parsed fields of an entry to correct; whatever is not here can be changed in the reference's own form. */
export function EntryFields({id, row, onChange}: EntryFieldsProps) {
  const {reference, fields, number} = row
  const type = reference.type ?? 'document'
  const has = (field: ReferenceField) => Boolean(reference[field]) || referenceTypeHasField(type, field)
  const set = (field: FieldName, value: unknown) => onChange({...reference, [field]: value}, field)
  const common = (field: FieldName) => ({
    label: fieldTitles[field] ?? field,
    state: fields[field],
    entryNumber: number,
  })

  return (
    <Card
      aria-label={`Fields of entry ${number}`}
      as="fieldset"
      border
      id={id}
      padding={4}
      radius={2}
      style={{minWidth: 0, margin: 0}}
      tone="transparent"
    >
      <Stack gap={4}>
        <ChoiceField
          {...common('type')}
          choices={referenceTypes}
          onChange={(value) => set('type', value)}
          value={type}
        />
        <LongTextField {...common('title')} onChange={(value) => set('title', value)} value={reference.title ?? ''} />
        {CONTRIBUTORS.filter((field) => field === 'author' || has(field)).map((field) => (
          <ContributorFields
            key={field}
            {...common(field)}
            onChange={(value) => set(field, value)}
            value={reference[field] ?? []}
          />
        ))}
        <DateFields {...common('issued')} onChange={(value) => set('issued', value)} value={reference.issued ?? null} />
        <Grid gridTemplateColumns={[1, 2, 3]} gap={4}>
          {PLACE.filter(has).map((field) => (
            <TextField
              key={field}
              {...common(field)}
              onChange={(value) => set(field, value)}
              value={reference[field] ?? ''}
            />
          ))}
          {has('doi') && (
            <TextField {...common('doi')} onChange={(value) => set('doi', value)} value={reference.doi ?? ''} />
          )}
          <TextField {...common('url')} onChange={(value) => set('url', value)} value={reference.url ?? ''} />
          <TextField
            {...common('accessed')}
            onChange={(value) => set('accessed', value)}
            type="date"
            value={reference.accessed ?? ''}
          />
        </Grid>
      </Stack>
    </Card>
  )
}
