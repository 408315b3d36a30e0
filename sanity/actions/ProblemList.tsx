import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {IntentLink} from 'sanity/router'

import type {Problem, SpotPath} from '@/lib/integrity/problem'

interface ProblemListProps {
  title: string
  tone: 'critical' | 'caution'
  problems: readonly Problem[]
  onOpen: (path: SpotPath) => void
}

/** Problems, each with the way to its place in the text and to its reference. */
export function ProblemList({title, tone, problems, onOpen}: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {title}
      </Text>
      <Stack as="ul" gap={2}>
        {problems.map(({code, message, path, referenceId}) => (
          <Card as="li" key={`${code} ${JSON.stringify(path)}`} padding={3} radius={2} tone={tone}>
            <Stack gap={3}>
              <Text size={1}>{message}</Text>
              <Flex gap={2} wrap="wrap">
                <Button fontSize={1} mode="ghost" onClick={() => onOpen(path)} padding={2} text="Go to the place" />
                {referenceId && code !== 'missing' && (
                  <Button
                    as={IntentLink}
                    fontSize={1}
                    intent="edit"
                    mode="ghost"
                    padding={2}
                    params={{id: referenceId, type: 'bibliographicReference'}}
                    target="_blank"
                    text="Open the reference"
                  />
                )}
              </Flex>
            </Stack>
          </Card>
        ))}
      </Stack>
    </Stack>
  )
}
