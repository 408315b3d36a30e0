import {CopyIcon} from '@sanity/icons/Copy'
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {Code} from '@sanity/ui/code'
import {useToast} from '@sanity/ui/toast'

interface SecretOnceProps {
  /** What it is and whom to give it to. */
  sentence: string
  secret: string
  onDone: () => void
}

/** A password or token that is never shown again. */
export function SecretOnce({sentence, secret, onDone}: SecretOnceProps) {
  const toast = useToast()

  async function copy() {
    await navigator.clipboard.writeText(secret)
    toast.push({title: 'Copied', status: 'success'})
  }

  return (
    <Card as="output" border padding={3} radius={2} tone="positive">
      <Stack gap={3}>
        <Text size={1}>{sentence} It is not shown again.</Text>
        <Flex align="center" gap={2} wrap="wrap">
          <Code size={2}>{secret}</Code>
          <Button icon={CopyIcon} mode="ghost" onClick={() => void copy()} text="Copy" />
          <Button mode="bleed" onClick={onDone} text="Done" />
        </Flex>
      </Stack>
    </Card>
  )
}
