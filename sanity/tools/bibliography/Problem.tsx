import {Card, Text} from '@sanity/ui'

/** Why something did not work, said to screen readers at once. */
export function Problem({message}: {message: string}) {
  return (
    <Card padding={3} radius={2} role="alert" tone="critical">
      <Text size={1}>{message}</Text>
    </Card>
  )
}
