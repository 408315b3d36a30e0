import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {IntentLink} from 'sanity/router'

import type {Work} from '@/sanity/works/distinctWorks'
import {workLine} from '@/sanity/works/workLine'

import {useFirstFocus} from './useFirstFocus'

/** Works under a line that says what they are, each a link to its form with what can be done about it beside it. */
export function AlikeList({title, children}: {title: string; children: ReactNode}) {
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {title}
      </Text>
      <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {children}
      </Stack>
    </Stack>
  )
}

export function AlikeRow({work, children}: {work: Work; children: ReactNode}) {
  return (
    <Flex align="center" as="li" gap={3} justify="space-between" wrap="wrap">
      <Text size={1} style={{flex: '1 1 16rem', overflowWrap: 'anywhere'}}>
        <IntentLink intent="edit" params={{id: work._id, type: 'bibliographicReference'}}>
          {workLine(work).title}
        </IntentLink>
        {work.isPublished ? '' : ' (draft)'}
      </Text>
      <Flex gap={1}>{children}</Flex>
    </Flex>
  )
}

const isNever = () => false

interface RowButtonProps {
  work: Work
  text: string
  mode: 'ghost' | 'bleed'
  /** Whether it takes the place of the button that was pressed. Asked once. */
  takesFocus?: () => boolean
  onClick: () => void
}

/** Named with its work, as several stand one below the other. */
export function RowButton({work, text, mode, takesFocus = isNever, onClick}: RowButtonProps) {
  const ref = useFirstFocus<HTMLButtonElement>(takesFocus)
  return (
    <Button
      ref={ref}
      aria-label={`${text} ${workLine(work).title}`}
      fontSize={1}
      mode={mode}
      onClick={onClick}
      padding={2}
      text={text}
    />
  )
}
