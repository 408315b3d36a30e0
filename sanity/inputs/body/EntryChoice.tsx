import {Checkbox, Flex, Stack, Text} from '@sanity/ui'

import type {SectionEntry} from '@/lib/manuscripts/works/referenceSection'
import type {LibraryWork} from '@/sanity/works/library'
import {workLine} from '@/sanity/works/workLine'

interface EntryChoiceProps {
  entry: SectionEntry
  /** The work, where the library has it. */
  known: LibraryWork | null
  isChosen: boolean
  onToggle: () => void
}

/** One line of the list: as it stands, and what it would become. */
export function EntryChoice({entry: {number, line, parsed}, known, isChosen, onToggle}: EntryChoiceProps) {
  const becomes = known
    ? `In the library already: ${workLine(known.record).title}`
    : parsed.reference.title
      ? `A new reference: ${workLine(parsed.reference).title}`
      : 'A new reference that is printed as it stands: not understood'
  return (
    <li>
      <Flex align="flex-start" as="label" gap={3}>
        <Checkbox checked={isChosen} onChange={onToggle} />
        <Stack flex={1} gap={2}>
          <Text size={1} style={{overflowWrap: 'anywhere'}}>
            {number}. {line}
          </Text>
          <Text muted size={1} style={{overflowWrap: 'anywhere'}}>
            {[becomes, ...(known ? [] : parsed.problems)].join(' · ')}
          </Text>
        </Stack>
      </Flex>
    </li>
  )
}
