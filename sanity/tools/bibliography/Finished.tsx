import {Button, Card, Flex, Text} from '@sanity/ui'
import {IntentLink} from 'sanity/router'

import {counted} from './words'

interface FinishedProps {
  count: number
  /** The article whose further reading got them; null for none. */
  filled: string | null
  /** Whether that article is the one that this was opened from. */
  isHere: boolean
  onClear: () => void
}

/** What has become of the paste, and where to go on. */
export function Finished({count, filled, isHere, onClear}: FinishedProps) {
  return (
    <Card as="output" padding={3} radius={2} tone="positive">
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Text size={1}>
          {counted(count, 'entry', 'entries')} done.{' '}
          {filled
            ? 'They are under Further reading: cite them in the text, and they move up into its references. '
            : 'Cite them in any article: a citation finds them by author, title and year.'}
          {filled && !isHere && (
            <IntentLink intent="edit" params={{id: filled, type: 'article'}}>
              Open the article
            </IntentLink>
          )}
        </Text>
        <Button fontSize={1} mode="ghost" onClick={onClear} padding={2} text="Start with the next" />
      </Flex>
    </Card>
  )
}
