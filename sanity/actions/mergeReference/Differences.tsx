import {Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'

import type {ComparedField} from './comparedFields'

interface DifferencesProps {
  fields: readonly ComparedField[]
  refused: readonly string[]
  onToggle: (name: string) => void
}

/** What the one to delete has and the other has not, or has otherwise. */
export function Differences({fields, refused, onToggle}: DifferencesProps) {
  const id = useId()
  if (fields.length === 0) return <Text size={1}>The one to delete has nothing that the other has not.</Text>
  return (
    <Stack as="ul" gap={4} aria-label="Differences" style={{listStyle: 'none', margin: 0, padding: 0}}>
      {fields.map(({name, title, kept, dropped}) => (
        <Stack as="li" gap={2} key={name}>
          <Text id={`${id}-${name}`} muted size={1}>
            {title}
          </Text>
          {kept === '' ? (
            <Flex align="center" as="label" gap={2}>
              <Checkbox
                aria-describedby={`${id}-${name}`}
                checked={!refused.includes(name)}
                onChange={() => onToggle(name)}
              />
              <Text size={1} style={{overflowWrap: 'anywhere'}}>
                Take over: {dropped}
              </Text>
            </Flex>
          ) : (
            <>
              <Text size={1} style={{overflowWrap: 'anywhere'}}>
                Stays: {kept}
              </Text>
              <Text muted size={1} style={{overflowWrap: 'anywhere'}}>
                Goes: <del>{dropped}</del>
              </Text>
            </>
          )}
        </Stack>
      ))}
    </Stack>
  )
}
