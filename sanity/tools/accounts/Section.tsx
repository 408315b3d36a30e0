import {Card, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

import type {Loaded} from './useLoaded'

interface SectionProps<T> {
  title: string
  description: string
  action?: ReactNode
  loaded: Loaded<T>
  children: (value: T) => ReactNode
}

/** A headed part of the tool, over what it waits for. */
export function Section<T>({title, description, action, loaded, children}: SectionProps<T>) {
  return (
    <Card as="section" aria-label={title} border padding={4} radius={3}>
      <Stack gap={4}>
        <Flex align="flex-start" gap={3} justify="space-between">
          <Stack gap={3}>
            <Heading as="h2" size={1}>
              {title}
            </Heading>
            <Text muted size={1}>
              {description}
            </Text>
          </Stack>
          {action}
        </Flex>
        {loaded.state === 'loading' && <Spinner muted />}
        {loaded.state === 'failed' && <Failure message={loaded.message} />}
        {loaded.state === 'ready' && children(loaded.value)}
      </Stack>
    </Card>
  )
}

/** Why something did not work, said to screen readers at once. */
export function Failure({message}: {message: string}) {
  return (
    <Card padding={3} radius={2} role="alert" tone="critical">
      <Text size={1}>{message}</Text>
    </Card>
  )
}
