import {Box, Grid, Label, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {IntentLink} from 'sanity/router'

import {EntryMarkup} from '@/sanity/inputs/reference/EntryMarkup'
import {workLine} from '@/sanity/works/workLine'

import type {FormattedEntry} from './formatEntries'
import {PastedText} from './PastedText'
import type {Row} from './rows'

interface EntryTextsProps {
  row: Row
  formatted: FormattedEntry | null
}

const WRAP = {overflowWrap: 'anywhere'} as const

/** The entry as it will be printed beside the text as it was pasted. */
export function EntryTexts({row, formatted}: EntryTextsProps) {
  const {choice, same, edit} = row
  const known = choice === 'existing' && same?.kind === 'library' ? same.work : null
  const id = edit.result?.referenceId ?? known?.id
  return (
    <Grid gridTemplateColumns={choice === 'skip' ? 1 : [1, 1, 1, 2]} gap={4}>
      {choice !== 'skip' && (
        <Part title={known ? 'In the library' : 'As it will be printed'}>
          <Text size={1} style={WRAP}>
            {known ? workLine(known.record).title : <Printed formatted={formatted} />}
          </Text>
          {id && (
            <Text size={1}>
              <IntentLink intent="edit" params={{id, type: 'bibliographicReference'}} target="_blank">
                Open the reference
              </IntentLink>
            </Text>
          )}
        </Part>
      )}
      <Part title="As it was pasted">
        <PastedText row={row} printed={known ? null : (formatted?.text ?? null)} />
      </Part>
    </Grid>
  )
}

function Part({title, children}: {title: string; children: ReactNode}) {
  return (
    <Box style={{minWidth: 0}}>
      <Stack gap={3}>
        <Label muted size={0}>
          {title}
        </Label>
        {children}
      </Stack>
    </Box>
  )
}

function Printed({formatted}: {formatted: FormattedEntry | null}) {
  if (!formatted) return <>…</>
  return (
    <span>
      <EntryMarkup html={formatted.html} />
    </span>
  )
}
