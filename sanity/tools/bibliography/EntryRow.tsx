import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronUpIcon} from '@sanity/icons/ChevronUp'
import {SearchIcon} from '@sanity/icons/Search'
import {Button, Card, Flex, Heading, Select, Stack, Text} from '@sanity/ui'
import {memo, useId, useRef, useState} from 'react'

import {referenceTypeTitle} from '@/lib/citations/referenceTypes'

import {EntryFields} from './EntryFields'
import {EntryNotes} from './EntryNotes'
import {EntryState} from './EntryState'
import {EntryTexts} from './EntryTexts'
import type {FormattedEntry} from './formatEntries'
import {canLookUp} from './lookUp'
import type {Choice, EntryEdit} from './paste'
import {isSameRow, type Row} from './rows'
import {useFocusAfter} from './useFocusAfter'
import {choicesOf, formatWords} from './words'

interface EntryRowProps {
  row: Row
  formatted: FormattedEntry | null
  isLookingUp: boolean
  onEdit: (key: string, edit: Partial<EntryEdit>) => void
  onLookUp: (row: Row) => void
}

/** One entry of the paste: what it became, what it was, and what is to become of it. */
export const EntryRow = memo(Entry, isSame)

function isSame(before: EntryRowProps, after: EntryRowProps): boolean {
  const {formatted, isLookingUp, onEdit, onLookUp} = after
  const isLike = before.formatted === formatted && before.isLookingUp === isLookingUp
  return isLike && before.onEdit === onEdit && before.onLookUp === onLookUp && isSameRow(before.row, after.row)
}

function Entry({row, formatted, isLookingUp, onEdit, onLookUp}: EntryRowProps) {
  const [isOpen, setOpen] = useState(false)
  const [headingId, fieldsId] = [useId(), useId()]
  const lookUp = useRef<HTMLButtonElement>(null)
  // Where all rows are looked up at once, none of them takes the focus.
  const [isOwn, setOwn] = useState(false)
  useFocusAfter(isLookingUp && isOwn, lookUp)
  const {key, number, entry, reference, choice, edit} = row
  const isDone = edit.result !== undefined
  const isLeftOut = choice === 'skip'
  const hasFields = !isDone && (choice === 'create' || choice === 'existing')

  return (
    <Card
      aria-labelledby={headingId}
      as="li"
      border
      padding={4}
      radius={3}
      style={{contentVisibility: 'auto', containIntrinsicSize: 'auto 190px', listStyle: 'none'}}
      tone={isDone ? 'positive' : isLeftOut ? 'transparent' : 'default'}
    >
      <Stack gap={4}>
        <Flex align="center" gap={3} justify="space-between" wrap="wrap">
          <Flex align="center" gap={3} wrap="wrap">
            <Heading as="h3" id={headingId} size={0}>
              Entry {number}
            </Heading>
            <EntryState row={row} />
            <Text muted size={1}>
              {isLeftOut || choice === 'verbatim' ? '' : `${referenceTypeTitle(reference.type ?? 'document')}, `}
              from {formatWords(entry.format)}
            </Text>
          </Flex>
          {!isDone && (
            <Flex align="center" gap={2} wrap="wrap">
              {canLookUp(row) && (
                <Button
                  aria-label={`Look up entry ${number}`}
                  disabled={isLookingUp}
                  fontSize={1}
                  icon={SearchIcon}
                  loading={isLookingUp}
                  mode="bleed"
                  onClick={() => {
                    setOwn(true)
                    onLookUp(row)
                  }}
                  padding={2}
                  ref={lookUp}
                  text="Look up"
                />
              )}
              {hasFields && (
                <Button
                  aria-controls={fieldsId}
                  aria-expanded={isOpen}
                  aria-label={`Fields of entry ${number}`}
                  fontSize={1}
                  icon={isOpen ? ChevronUpIcon : ChevronDownIcon}
                  mode="bleed"
                  onClick={() => setOpen(!isOpen)}
                  padding={2}
                  text="Fields"
                />
              )}
              <ChoiceSelect row={row} onChoose={(chosen) => onEdit(key, {choice: chosen})} />
            </Flex>
          )}
        </Flex>
        <EntryTexts row={row} formatted={formatted} />
        {!isDone && !isLeftOut && <EntryNotes row={row} />}
        {hasFields && isOpen && (
          <EntryFields
            id={fieldsId}
            row={row}
            onChange={(changed, field) =>
              onEdit(key, {reference: changed, confidence: {...edit.confidence, [field]: 'edited'}})
            }
          />
        )}
      </Stack>
    </Card>
  )
}

function ChoiceSelect({row, onChoose}: {row: Row; onChoose: (choice: Choice) => void}) {
  const choices = choicesOf(row)
  return (
    <div style={{minWidth: 200}}>
      <Select
        aria-label={`What to do with entry ${row.number}`}
        fontSize={1}
        onChange={({currentTarget}) => {
          const chosen = choices.find(({value}) => value === currentTarget.value)
          if (chosen) onChoose(chosen.value)
        }}
        padding={2}
        value={row.choice}
      >
        {choices.map(({value, title}) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </Select>
    </div>
  )
}
