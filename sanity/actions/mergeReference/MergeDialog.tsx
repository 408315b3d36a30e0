import {Box, Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useId, useState} from 'react'
import {useClient} from 'sanity'
import {useRouter} from 'sanity/router'

import {API_VERSION} from '@/sanity/env'
import {WorkSearch} from '@/sanity/inputs/citation/WorkSearch'
import {useFirstFocus} from '@/sanity/inputs/reference/useFirstFocus'
import {useFocusBack} from '@/sanity/inputs/reference/useFocusBack'

import {MergeError, mergeReferences, type Merge} from './mergeReferences'
import {MergeForm} from './MergeForm'

interface MergeDialogProps {
  /** The reference whose form is open. */
  id: string
  /** The other one, where it is known already. */
  otherId?: string
  /** Whether it was opened where no form is to be replaced. */
  isInList?: boolean
  /** Where the focus goes after a merge that leaves this form or list open, as what opened the dialog goes with it. */
  focusAfter?: () => Element | null | undefined
  onClose: () => void
}

/** Makes one reference of two: shows both, asks which to keep and what to take over, and merges. */
export function MergeDialog({id, otherId, isInList, focusAfter, onClose}: MergeDialogProps) {
  const [chosenId, setChosenId] = useState(otherId)
  const [merge, setMerge] = useState<Merge | null>(null)
  const [isMerging, setIsMerging] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const client = useClient({apiVersion: API_VERSION})
  const {navigateIntent} = useRouter()
  const {push} = useToast()
  const searchId = useId()
  const searchRef = useFirstFocus<HTMLInputElement>(() => otherId === undefined)
  useFocusBack()

  const run = async () => {
    if (!merge || isMerging) return
    setIsMerging(true)
    setProblem(null)
    try {
      const count = await mergeReferences(client, merge)
      push({status: 'success', title: 'Merged', description: doneText(count)})
      const isLeft = merge.droppedId === id && !isInList
      const next = isLeft ? null : focusAfter?.()
      if (next instanceof HTMLElement) next.focus({preventScroll: true})
      onClose()
      if (isLeft) navigateIntent('edit', {id: merge.keptId, type: 'bibliographicReference'})
    } catch (error) {
      if (!(error instanceof MergeError)) throw error
      setProblem(error.message)
    } finally {
      setIsMerging(false)
    }
  }

  return (
    <Dialog
      header="Merge two references"
      id={`merge-${id}`}
      width={1}
      onClose={onClose}
      footer={
        <Flex gap={2} justify="flex-end" padding={3}>
          <Button fontSize={1} mode="bleed" text="Cancel" onClick={onClose} />
          {/* A disabled button would lose the focus. */}
          <Button
            aria-disabled={isMerging}
            disabled={!merge}
            fontSize={1}
            text={isMerging ? 'Merging…' : 'Merge'}
            tone="critical"
            onClick={() => void run()}
          />
        </Flex>
      }
    >
      <Box padding={4}>
        <Stack gap={4}>
          {chosenId ? (
            <MergeForm ids={[id, chosenId]} onChange={setMerge} />
          ) : (
            <Stack gap={3}>
              <Text as="label" htmlFor={searchId} size={1} weight="medium">
                The other reference
              </Text>
              <WorkSearch exceptId={id} id={searchId} inputRef={searchRef} onPick={(work) => setChosenId(work._id)} />
            </Stack>
          )}
          {problem && (
            <Card padding={3} radius={2} role="alert" tone="critical">
              <Text size={1}>{problem}</Text>
            </Card>
          )}
        </Stack>
      </Box>
    </Dialog>
  )
}

function doneText(count: number): string {
  if (count === 0) return 'Nothing cited the other reference.'
  return count === 1 ? 'One document now cites the one you kept.' : `${count} documents now cite the one you kept.`
}
