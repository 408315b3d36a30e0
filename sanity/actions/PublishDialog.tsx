import {Box, Button, Card, Checkbox, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState} from 'react'

import {acceptanceOf} from '@/lib/integrity/acceptance'
import type {IntegrityWarning, SpotPath} from '@/lib/integrity/problem'

import {verdictOf, type ChangedReference, type Check} from './checkBeforePublishing'
import type {FieldError} from './fieldErrors'
import {ProblemList} from './ProblemList'

/** What an editor decides in the dialog. */
export interface Choice {
  /** Ids of references whose changes are published too. */
  changed: readonly string[]
  reason: string
  /** Those that the reason is for. */
  warnings: readonly IntegrityWarning[]
}

/** What an editor has decided already, for something that was changed before it could be published. */
export interface Retry {
  /** Why it was not. */
  message: string
  choice: Choice
}

interface PublishDialogProps {
  check: Check
  retry?: Retry
  /** What is wrong beside the references. */
  others: readonly FieldError[]
  onOpen: (path: SpotPath) => void
  onCheckAgain: () => void
  onCancel: () => void
  onPublish: (choice: Choice) => void
}

/** What is wrong with the references of a document, and what may be done about it. */
export function PublishDialog({check, retry, others, onOpen, onCheckAgain, onCancel, onPublish}: PublishDialogProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => stillOffered(check, retry))
  const [reason, setReason] = useState(retry?.choice.reason ?? '')
  const reasonId = useId()
  const {errors: inReferences, warnings, answered} = verdictOf(check, ticked)
  const errors = [...inReferences, ...others]
  const isHeldBack = errors.length > 0
  const needsReason = warnings.length > 0 && !isHeldBack
  const isReady = !isHeldBack && (!needsReason || reason.trim() !== '')
  const {document} = check.facts

  const toggle = (id: string) => setTicked((before) => new Set(before.symmetricDifference(new Set([id]))))

  return (
    <Stack gap={5} padding={4}>
      {retry && (
        <Card padding={3} radius={2} role="alert" tone="caution">
          <Text size={1}>{retry.message}</Text>
        </Card>
      )}
      <ProblemList document={document} onOpen={onOpen} problems={errors} title="To be mended first" tone="critical" />
      {!isHeldBack && warnings.length === 0 && <Text size={1}>Nothing stands against publishing this.</Text>}
      {check.fresh.length > 0 && !isHeldBack && (
        <Text size={1}>
          {check.fresh.length === 1
            ? 'One reference that is not published yet is published with it.'
            : `${check.fresh.length} references that are not published yet are published with it.`}
        </Text>
      )}
      <Changes changed={check.changed} onToggle={toggle} ticked={ticked} />
      <ProblemList document={document} onOpen={onOpen} problems={warnings} title="Better mended" tone="caution" />
      {needsReason && (
        <Stack gap={3}>
          <Text as="label" htmlFor={reasonId} size={1} weight="medium">
            Why publish nevertheless?
          </Text>
          <TextArea id={reasonId} onChange={(event) => setReason(event.currentTarget.value)} rows={2} value={reason} />
          <Text muted size={1}>
            Kept for your colleagues, with your name. Readers never see it. You are not asked again while it stays as it
            is.
          </Text>
        </Stack>
      )}
      {answered.length > 0 && (
        <Stack gap={3}>
          {answered.map((warning) => {
            const acceptance = acceptanceOf(warning, check.facts.acceptances)
            return (
              <Text key={`${warning.code} ${warning.referenceId}`} muted size={1}>
                {warning.message} {acceptance && `Accepted by ${acceptance.by}: “${acceptance.reason}”`}
              </Text>
            )
          })}
        </Stack>
      )}
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" onClick={onCancel} text="Cancel" />
        {isHeldBack && <Button mode="ghost" onClick={onCheckAgain} text="Check again" />}
        <Button
          disabled={!isReady}
          onClick={() => onPublish({changed: [...ticked], reason: reason.trim(), warnings})}
          text="Publish"
          tone="positive"
        />
      </Flex>
    </Stack>
  )
}

/** Of the changes that were chosen before, those that can be published now. */
function stillOffered({changed}: Check, retry: Retry | undefined): ReadonlySet<string> {
  const offered = changed.filter(({id, errors}) => errors.length === 0 && retry?.choice.changed.includes(id))
  return new Set(offered.map(({id}) => id))
}

interface ChangesProps {
  changed: readonly ChangedReference[]
  ticked: ReadonlySet<string>
  onToggle: (id: string) => void
}

/** References that have changes of their own, which stay unpublished unless ticked. */
function Changes({changed, ticked, onToggle}: ChangesProps) {
  if (changed.length === 0) return null
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        References with changes that readers do not see yet
      </Text>
      {changed.map(({id, name, errors}) => (
        <Card border key={id} padding={3} radius={2}>
          <Flex align="center" as="label" gap={3}>
            <Checkbox checked={ticked.has(id)} disabled={errors.length > 0} onChange={() => onToggle(id)} />
            <Box flex={1}>
              <Text size={1}>
                {errors.length > 0
                  ? `${name}: the changes stay unpublished, because they are not finished. ${errors[0]}`
                  : `Publish the changes of ${name} too, for every text that cites it`}
              </Text>
            </Box>
          </Flex>
        </Card>
      ))}
    </Stack>
  )
}
