import {Button, Flex, Stack} from '@sanity/ui'

import {EntryRow} from './EntryRow'
import type {EntryEdit} from './paste'
import type {Row} from './rows'
import type {Formatted} from './useFormatted'

interface EntryListProps {
  rows: readonly Row[]
  formatted: Formatted
  /** Keys of the rows that are being looked up. */
  pending: ReadonlySet<string>
  onEdit: (key: string, edit: Partial<EntryEdit>) => void
  onLookUp: (row: Row) => void
  /** How many rows follow these. */
  hidden: number
  onShowMore: () => void
}

/** The entries of the paste, in its order. */
export function EntryList({rows, formatted, pending, onEdit, onLookUp, hidden, onShowMore}: EntryListProps) {
  return (
    <Stack gap={4}>
      <Stack as="ol" gap={3} margin={0} padding={0}>
        {rows.map((row) => (
          <EntryRow
            formatted={formatted.of(row)}
            isLookingUp={pending.has(row.key)}
            key={row.key}
            onEdit={onEdit}
            onLookUp={onLookUp}
            row={row}
          />
        ))}
      </Stack>
      {hidden > 0 && (
        <Flex justify="center">
          <Button fontSize={1} mode="ghost" onClick={onShowMore} text={`Show more: ${hidden} are not shown yet`} />
        </Flex>
      )}
    </Stack>
  )
}
