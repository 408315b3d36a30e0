import {Checkbox, Flex, Stack, Text} from '@sanity/ui'

import {locatorText} from '@/lib/citations/citing/locatorLabels'
import type {Mark} from '@/lib/manuscripts/works/marks'
import type {SectionEntry} from '@/lib/manuscripts/works/referenceSection'
import {workLine} from '@/sanity/works/workLine'

interface MarkChoiceProps {
  mark: Mark
  entries: readonly SectionEntry[]
  isChosen: boolean
  /** False while a work that it names stays text. */
  isPossible: boolean
  onToggle: () => void
}

/** One mark with the words around it, and what it would cite. */
export function MarkChoice({mark, entries, isChosen, isPossible, onToggle}: MarkChoiceProps) {
  const cited = mark.works.flatMap(({entry, locator, label}) => {
    const work = entries[entry]
    return work
      ? [[workLine(work.parsed.reference).title, locator && locatorText(locator, label)].filter(Boolean).join(', ')]
      : []
  })
  return (
    <li>
      <Flex align="flex-start" as="label" gap={3}>
        <Checkbox checked={isChosen && isPossible} disabled={!isPossible} onChange={onToggle} />
        <Stack flex={1} gap={2}>
          <Text size={1}>
            {mark.before}
            <strong>{mark.text}</strong>
            {mark.after}
          </Text>
          <Text muted size={1} style={{overflowWrap: 'anywhere'}}>
            Cites {cited.join('; ')}
          </Text>
        </Stack>
      </Flex>
    </li>
  )
}
