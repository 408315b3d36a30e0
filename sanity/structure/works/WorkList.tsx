import {Badge, Box, Spinner, Stack, Text} from '@sanity/ui'
import {useRef, type ReactNode} from 'react'
import {usePaneRouter} from 'sanity/structure'

import {Problem} from '@/sanity/tools/bibliography/Problem'
import {useFocusAfter} from '@/sanity/tools/bibliography/useFocusAfter'
import type {Work} from '@/sanity/works/distinctWorks'
import {workLine} from '@/sanity/works/workLine'

interface WorkListProps {
  problem: string | null
  onRetry: () => void
  /** Null while it is not known. */
  isEmpty: boolean | null
  emptyText: string
  children: ReactNode
}

/** A list of the desk that no query alone can make. */
export function WorkList({problem, onRetry, isEmpty, emptyText, children}: WorkListProps) {
  const list = useRef<HTMLDivElement>(null)
  useFocusAfter(problem !== null, list)
  return (
    <Box overflow="auto" padding={3} ref={list} style={{height: '100%'}} tabIndex={-1}>
      {problem && <Problem message={problem} onRetry={onRetry} />}
      {isEmpty === null && !problem && <Spinner muted />}
      {isEmpty && <Text size={1}>{emptyText}</Text>}
      {children}
    </Box>
  )
}

export function WorkItems({children, label}: {children: ReactNode; label: string}) {
  return (
    <Stack as="ul" aria-label={label} gap={4} style={{listStyle: 'none', margin: 0, padding: 0}}>
      {children}
    </Stack>
  )
}

/** Opens the form of a work beside the list. */
export function WorkLink({work, isOpen}: {work: Work; isOpen: boolean}) {
  const {ChildLink} = usePaneRouter()
  const {title, place} = workLine(work)
  return (
    <Stack gap={2}>
      <Text size={1} weight={isOpen ? 'semibold' : undefined} style={{overflowWrap: 'anywhere'}}>
        <ChildLink childId={work._id}>{title}</ChildLink> {!work.isPublished && <Badge tone="caution">Draft</Badge>}
      </Text>
      {place && (
        <Text muted size={1}>
          {place}
        </Text>
      )}
    </Stack>
  )
}
