import {Card, Stack, Text} from '@sanity/ui'

import {lineDiff, type DiffPart} from '@/lib/bibliography/lineDiff'

import type {Row} from './rows'

interface PastedTextProps {
  row: Row
  /** The entry as it will be printed, to show what differs; null when there is nothing to compare with. */
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
export function PastedText({row, printed}: PastedTextProps) {
  const {entry, choice} = row
  if (entry.format === 'bibtex' || entry.format === 'ris' || entry.format === 'csl-json') {
    return (
      <Card border padding={2} radius={2} tone="transparent">
        <pre style={RECORD}>{entry.pasted}</pre>
      </Card>
    )
  }
  const isCompared = printed !== null && entry.format === 'line' && (choice === 'create' || choice === 'existing')
  const parts = isCompared ? lineDiff(entry.pasted, printed) : [{kind: 'same', text: entry.pasted} as const]
  return (
    <Stack gap={3}>
      <Text muted size={1} style={{overflowWrap: 'anywhere'}}>
        {parts.map((part, index) => (
          <Part key={index} part={part} />
        ))}
      </Text>
      {isCompared && (
        <Text muted size={0}>
          {parts.every(({kind}) => kind === 'same')
            ? 'Printed word for word as pasted.'
            : 'Struck through: not printed. Underlined: added in print.'}
        </Text>
      )}
    </Stack>
  )
}

function Part({part: {kind, text}}: {part: DiffPart}) {
  if (kind === 'pasted') return <del style={{color: 'var(--card-badge-critical-fg-color)'}}>{text}</del>
  if (kind === 'formatted') {
    return <ins style={{color: 'var(--card-badge-positive-fg-color)', textUnderlineOffset: 3}}>{text}</ins>
  }
  return <>{text}</>
}
