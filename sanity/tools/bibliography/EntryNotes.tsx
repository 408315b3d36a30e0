import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Box, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

import {whatIsMissing} from './plan'
import type {Row} from './rows'
import {fieldsBeing} from './words'

/** What an editor should look at in an entry before it is created. */
export function EntryNotes({row}: {row: Row}) {
  const isNew = row.choice === 'create'
  const missing = isNew || row.choice === 'verbatim' ? whatIsMissing(row.stored) : null
  const [guessed, likely] = isNew ? [fieldsBeing('guess', row), fieldsBeing('likely', row)] : ['', '']
  const problems = row.choice === 'existing' ? [] : row.problems
  if (!missing && !guessed && !likely && problems.length === 0) return null
  return (
    <Stack as="ul" gap={3} margin={0} padding={0}>
      {missing && <Note icon={<WarningOutlineIcon />}>{missing} Until then it is created as a draft.</Note>}
      {problems.map((problem) => (
        <Note icon={<WarningOutlineIcon />} key={problem}>
          {problem}
        </Note>
      ))}
      {guessed && <Note icon={<WarningOutlineIcon />}>Guessed, please check: {guessed}.</Note>}
      {likely && <Note icon={<InfoOutlineIcon />}>Likely right: {likely}.</Note>}
    </Stack>
  )
}

function Note({icon, children}: {icon: ReactNode; children: ReactNode}) {
  return (
    <Flex as="li" gap={2} style={{listStyle: 'none'}}>
      <Text muted size={1}>
        {icon}
      </Text>
      <Box flex={1}>
        <Text muted size={1}>
          {children}
        </Text>
      </Box>
    </Flex>
  )
}
