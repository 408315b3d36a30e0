import {Box, Button, Dialog, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import type {SanityClient} from 'sanity'

import type {ReferencePlan} from '@/lib/manuscripts/works/referencePlan'
import {useLibrary} from '@/sanity/tools/bibliography/useLibrary'
import {counted} from '@/sanity/tools/bibliography/words'

import {refusalOf} from '@/sanity/tools/bibliography/refusalOf'
import {EntryChoice} from './EntryChoice'
import {MarkChoice} from './MarkChoice'
import {makeReferences, type Made} from './makeReferences'

interface ReferencesDialogProps {
  articleId: string
  client: SanityClient
  plan: ReferencePlan
  onClose: () => void
  onMade: (made: Made) => void
  onLeaveAsText: () => void
}

/** What would be made of the list of works and of the marks in the text; all of it can be unticked. */
export function ReferencesDialog({articleId, client, plan, onClose, onMade, onLeaveAsText}: ReferencesDialogProps) {
  const id = useId()
  const library = useLibrary(client)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [leftMarks, setLeftMarks] = useState<ReadonlySet<number>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const {entries, title, subtitles, asides} = plan.section
  const going = [...subtitles.map(({text}) => text), ...asides]
  const chosen = entries.flatMap((_entry, index) => (left.has(index) ? [] : [index]))
  const marks = plan.marks.filter(
    ({works}, index) => !leftMarks.has(index) && works.every(({entry}) => !left.has(entry)),
  )

  async function make() {
    setBusy(true)
    setProblem(null)
    try {
      onMade(await makeReferences(client, {articleId, plan, chosen, marks}))
      onClose()
    } catch (error) {
      setProblem(`${refusalOf(error)} The text is as it was.`)
      setBusy(false)
    }
  }

  return (
    <Dialog
      footer={
        <Stack gap={3} padding={3}>
          {problem && (
            <Text role="alert" size={1}>
              {problem}
            </Text>
          )}
          <Flex gap={2} justify="flex-end" wrap="wrap">
            <Button disabled={isBusy} mode="bleed" onClick={onLeaveAsText} text="Leave as text" />
            <Button
              disabled={isBusy || chosen.length === 0 || library.state === 'loading'}
              loading={isBusy}
              onClick={() => void make()}
              text={`Make ${counted(chosen.length, 'reference')} and ${counted(marks.length, 'citation')}`}
              tone="primary"
            />
          </Flex>
        </Stack>
      }
      header={`References from “${title}”`}
      id={id}
      onClose={onClose}
      width={2}
    >
      <Box padding={4}>
        <Stack gap={5}>
          <Stack gap={3}>
            <Text size={1}>
              Works become drafts of references, or the ones that are in the library already; their lines leave the
              text. Each keeps its line as it was pasted. What is not ticked stays in the text as it is.
            </Text>
            {going.length > 0 && (
              <Text muted size={1}>
                What is no work goes with the list: {going.join(', ')}.
              </Text>
            )}
          </Stack>
          <Stack gap={4}>
            <Heading as="h3" size={0}>
              Works
            </Heading>
            <Stack as="ol" gap={4} style={{listStyle: 'none', margin: 0, padding: 0}}>
              {entries.map((entry, index) => (
                <EntryChoice
                  entry={entry}
                  isChosen={!left.has(index)}
                  key={index}
                  known={library.finder.find(entry.parsed.reference)}
                  onToggle={() => setLeft(toggled(left, index))}
                />
              ))}
            </Stack>
          </Stack>
          <Stack gap={4}>
            <Heading as="h3" size={0}>
              Marks in the text
            </Heading>
            {plan.marks.length === 0 && <Text size={1}>None was found that points to a work of the list.</Text>}
            <Stack as="ul" gap={4} style={{listStyle: 'none', margin: 0, padding: 0}}>
              {plan.marks.map((mark, index) => (
                <MarkChoice
                  entries={entries}
                  isChosen={!leftMarks.has(index)}
                  isPossible={mark.works.every(({entry}) => !left.has(entry))}
                  key={index}
                  mark={mark}
                  onToggle={() => setLeftMarks(toggled(leftMarks, index))}
                />
              ))}
            </Stack>
            {plan.unmatched.length > 0 && (
              <Text muted size={1}>
                No work has the number in {plan.unmatched.join(', ')}: left as text.
              </Text>
            )}
          </Stack>
        </Stack>
      </Box>
    </Dialog>
  )
}

function toggled(set: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const changed = new Set(set)
  if (!changed.delete(index)) changed.add(index)
  return changed
}
