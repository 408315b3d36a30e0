import {Box, Card, Text} from '@sanity/ui'

import type {Row} from './rows'

interface PastedTextProps {
  row: Row
  /** The entry as it will be printed, to show what differs. */
  printed: string | null
}

const RECORD = {
  margin: 0,
  maxHeight: 160,
  overflow: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  font: '12px/1.5 ui-monospace, monospace',
} as const

/** What was pasted; of a line, too, what the print leaves out and adds. */
export function PastedText({row}: PastedTextProps) {
  const {entry} = row
  if (entry.format === 'bibtex' || entry.format === 'ris' || entry.format === 'csl-json') {
    return (
      <Card border padding={2} radius={2} tone="transparent">
        <pre style={RECORD}>{entry.pasted}</pre>
      </Card>
    )
  }
  return (
    <Box>
      <Text muted size={1} style={{overflowWrap: 'anywhere'}}>
        {entry.pasted}
      </Text>
    </Box>
  )
}
