import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {IntentLink} from 'sanity/router'

import {placeWords} from '@/lib/integrity/placeWords'
import type {Problem, SpotPath} from '@/lib/integrity/problem'
import type {CitingDocument} from '@/lib/integrity/usesOf'

import type {FieldError} from './fieldErrors'

interface ProblemListProps {
  title: string
  tone: 'critical' | 'caution'
  problems: readonly (Problem | FieldError)[]
  document: CitingDocument
  onOpen: (path: SpotPath) => void
}

/** Problems, each with the way to its place in the text and to its reference. */
export function ProblemList({title, tone, problems, document, onOpen}: ProblemListProps) {
  const titleId = useId()
  if (problems.length === 0) return null
  return (
    <Stack gap={3}>
      <Text id={titleId} size={1} weight="medium">
        {title}
      </Text>
      <Stack aria-labelledby={titleId} as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {problems.map((problem) => (
          <ProblemItem
            key={`${problem.code} ${problem.message} ${JSON.stringify(problem.path)}`}
            onOpen={onOpen}
            place={placeWords(document, problem.path)}
            problem={problem}
            tone={tone}
          />
        ))}
      </Stack>
    </Stack>
  )
}

interface ProblemItemProps extends Pick<ProblemListProps, 'tone' | 'onOpen'> {
  problem: Problem | FieldError
  place: string | null
}

function ProblemItem({problem, place, tone, onOpen}: ProblemItemProps) {
  const saidId = useId()
  const {code, message, path} = problem
  const referenceId = 'referenceId' in problem ? problem.referenceId : undefined
  return (
    <Card as="li" padding={3} radius={2} tone={tone}>
      <Stack gap={3}>
        <Stack gap={2} id={saidId} style={{overflowWrap: 'anywhere'}}>
          <Text size={1}>{message}</Text>
          {place !== null && (
            <Text muted size={1}>
              {place}
            </Text>
          )}
        </Stack>
        <Flex gap={2} wrap="wrap">
          <Button
            aria-describedby={saidId}
            fontSize={1}
            mode="ghost"
            onClick={() => onOpen(path)}
            padding={2}
            text="Go to the place"
          />
          {referenceId && code !== 'missing' && (
            <Button
              aria-describedby={saidId}
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
  )
}
