import {Card, Flex, Radio, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'

import {toReferenceRecord} from '@/lib/citations/referenceRecord'
import {EntryMarkup} from '@/sanity/inputs/reference/EntryMarkup'
import {useFirstFocus} from '@/sanity/inputs/reference/useFirstFocus'
import {useFormattedEntry} from '@/sanity/inputs/reference/useFormattedEntry'

interface CandidateProps {
  /** As it is stored. */
  version: unknown
  isKept: boolean
  isPublished: boolean
  onKeep: () => void
}

/** One of the two, as its entry, with the choice to keep it. */
export function Candidate({version, isKept, isPublished, onKeep}: CandidateProps) {
  const record = useMemo(() => toReferenceRecord(version), [version])
  const {entry, problem} = useFormattedEntry(record)
  const radio = useFirstFocus<HTMLInputElement>(() => isKept)
  return (
    <Card as="label" border padding={4} radius={3} tone={isKept ? 'primary' : 'default'}>
      <Flex gap={3}>
        <Radio ref={radio} checked={isKept} name="kept" onChange={onKeep} />
        <Stack flex={1} gap={3}>
          <Text size={1} weight="medium">
            {isKept ? 'Keep this one' : 'Delete this one'}
            {isPublished ? '' : ' (draft)'}
          </Text>
          <Text size={1} style={{overflowWrap: 'anywhere'}}>
            <span>{entry ? <EntryMarkup html={entry.html} /> : (problem ?? record.title ?? '…')}</span>
          </Text>
        </Stack>
      </Flex>
    </Card>
  )
}
