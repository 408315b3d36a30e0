import {Button, Card, Flex, Text} from '@sanity/ui'

interface ProblemProps {
  message: string
  /** Does again what failed; without it there is nothing to press. */
  onRetry?: () => void
}

/** Why something did not work, said to screen readers at once. */
export function Problem({message, onRetry}: ProblemProps) {
  return (
    <Card padding={3} radius={2} role="alert" tone="critical">
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Text size={1} style={{flex: '1 1 20em', overflowWrap: 'anywhere'}}>
          {message}
        </Text>
        {onRetry && <Button fontSize={1} mode="ghost" onClick={onRetry} padding={2} text="Try again" />}
      </Flex>
    </Card>
  )
}
