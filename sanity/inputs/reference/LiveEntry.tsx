import {Box, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useRef, useState, type RefObject} from 'react'

import type {ReferenceRecord} from '@/lib/citations/reference'

import {Announced} from './Announced'
import {EntryMarkup} from './EntryMarkup'
import {useFormattedEntry} from './useFormattedEntry'

/** The reference as readers will meet it in a list, in the style of the settings, a moment after each change. */
export function LiveEntry({record}: {record: ReferenceRecord}) {
  const {entry, isLoading, problem} = useFormattedEntry(record)
  const box = useRef<HTMLDivElement>(null)
  const isLong = useOverflow(box)

  return (
    <Card as="section" aria-label="Entry in the reference list" border padding={4} radius={3} shadow={1}>
      <Stack gap={2}>
        <Flex align="center" gap={2}>
          <Text muted size={1} weight="medium">
            In the reference list
          </Text>
          {isLoading && <Spinner muted size={0} aria-hidden />}
        </Flex>
        <Box ref={box} paddingY={2} tabIndex={isLong ? 0 : undefined} style={{maxHeight: '8rem', overflowY: 'auto'}}>
          <Text dir="auto" size={2} style={{overflowWrap: 'anywhere'}}>
            <span>{entry ? <EntryMarkup html={entry.html} /> : '…'}</span>
          </Text>
        </Box>
        {problem && (
          <Text muted size={1}>
            {problem} {entry && 'The entry above is from before.'}
          </Text>
        )}
      </Stack>
      <Announced text={entry?.text ?? ''} />
    </Card>
  )
}

/** Whether there is more to read than is shown. Only then it is a stop for the keyboard, which would scroll it. */
function useOverflow(box: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const element = box.current
    const [content] = element?.children ?? []
    if (!element || !content) return undefined
    const observer = new ResizeObserver(() => setOverflows(element.scrollHeight > element.clientHeight))
    observer.observe(content)
    return () => observer.disconnect()
  }, [box])
  return overflows
}
