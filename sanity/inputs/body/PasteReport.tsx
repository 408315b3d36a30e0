import {CloseIcon} from '@sanity/icons/Close'
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'

import type {Finding} from '@/lib/manuscripts/finding'

/** What a paste left out or changed, until the editor has seen it. */
export function PasteReport({findings, onClose}: {findings: readonly Finding[]; onClose: () => void}) {
  return (
    <Card border padding={3} radius={2} aria-live="polite" tone="caution">
      <Flex align="flex-start" gap={3}>
        <Stack flex={1} gap={3}>
          <Text size={1} weight="medium">
            Pasted, with {findings.length === 1 ? 'one thing' : `${findings.length} things`} to know
          </Text>
          <Stack
            as="ul"
            gap={3}
            style={{margin: 0, maxHeight: '12em', overflow: 'auto', padding: '0.4em 0 0.4em 1.2em'}}
          >
            {findings.map(({message, after}, index) => (
              <li key={index}>
                <Text as="span" size={1}>
                  {message}
                  {after && ` (After “${after}”)`}
                </Text>
              </li>
            ))}
          </Stack>
        </Stack>
        <Button aria-label="Close the notes on the paste" icon={CloseIcon} mode="bleed" onClick={onClose} padding={2} />
      </Flex>
    </Card>
  )
}
