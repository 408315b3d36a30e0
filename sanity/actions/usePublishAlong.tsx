import {useToast} from '@sanity/ui/toast'
import {useCallback, useEffect, useMemo, useState} from 'react'
import {
  useClient,
  useCurrentUser,
  useDocumentPairPermissions,
  useSource,
  useSyncState,
  useValidationStatus,
  type DocumentActionDescription,
  type DocumentActionProps,
} from 'sanity'
import {useDocumentPane} from 'sanity/structure'

import type {SpotPath} from '@/lib/integrity/problem'
import {API_VERSION} from '@/sanity/env'

import {checkBeforePublishing, verdictOf, type Check} from './checkBeforePublishing'
import {fieldErrors, type FieldError} from './fieldErrors'
import {PublishDialog, type Choice, type Retry} from './PublishDialog'
import {staleError, toPublishError} from './publishFailure'
import {publishTogether} from './publishTogether'
import {scrollToPlace} from './scrollToPlace'

interface Waiting {
  name: 'waiting'
  isAgain: boolean
  retry?: Retry
  /** The revision that the form held when something newer was stored already. */
  outdated?: string
}

type Step =
  | {name: 'idle' | 'checking' | 'publishing'}
  /** For the form to be stored and validated. */
  | Waiting
  | {name: 'asking'; check: Check; others: readonly FieldError[]; retry?: Retry}
  /** Until the Studio has heard that this revision of the draft is gone. */
  | {name: 'published'; revision: string | null}

const IDLE: Step = {name: 'idle'}

const NOTHING_CHOSEN: Choice = {changed: [], reason: '', warnings: []}

/** What `publish` describes, for a document that may cite; `null` where the Studio offers no publishing. */
export function usePublishAlong(
  {id, type, draft}: DocumentActionProps,
  publish: DocumentActionDescription | null,
): DocumentActionDescription | null {
  const client = useClient({apiVersion: API_VERSION})
  const source = useSource()
  const user = useCurrentUser()
  const toast = useToast()
  const {onPathOpen, onFocus, schemaType} = useDocumentPane()
  const {isSyncing} = useSyncState(id, type)
  const {isValidating, validation, revision} = useValidationStatus(draft?._id ?? id, type, true)
  const [permissions] = useDocumentPairPermissions({id, type, permission: 'publish'})
  const [step, setStep] = useState<Step>(IDLE)

  const hasErrors = validation.some(({level}) => level === 'error')
  const isSettled = !isSyncing && !isValidating && revision === draft?._rev

  const fail = useCallback(
    (error: unknown) => {
      setStep(IDLE)
      const description = toPublishError(error).message
      toast.push({status: 'error', title: 'Not published', description, duration: 15_000})
    },
    [toast],
  )

  const publishChosen = useCallback(
    async (check: Check, {changed, reason, warnings}: Choice) => {
      setStep({name: 'publishing'})
      try {
        const by = user && {id: user.id, name: user.name || user.email}
        const answer = warnings.length > 0 && by ? {reason, by, warnings, at: new Date().toISOString()} : undefined
        await publishTogether(client, {id, check, changed, answer})
        setStep({name: 'published', revision: check.facts.draftRevision})
        toast.push({status: 'success', title: publishedText(check.fresh.length + changed.length)})
      } catch (cause) {
        const error = toPublishError(cause)
        const wasAsked = changed.length > 0 || reason !== ''
        if (!error.isStale || !wasAsked) return fail(error)
        setStep({name: 'waiting', isAgain: true, retry: {message: error.message, choice: {changed, reason, warnings}}})
      }
    },
    [client, fail, id, toast, user],
  )

  const check = useCallback(
    async ({isAgain, retry, outdated}: Waiting) => {
      setStep({name: 'checking'})
      try {
        const found = await checkBeforePublishing(client, source, id)
        // The form’s own errors are those of the revision that it has validated.
        if (found.facts.draftRevision !== revision) {
          const mayCatchUp = retry && outdated === undefined && found.facts.draftRevision !== null
          if (!mayCatchUp) throw staleError()
          return setStep({name: 'waiting', isAgain, retry, outdated: revision})
        }
        const {errors, warnings} = verdictOf(found, new Set())
        const others = fieldErrors(validation, {schemaType, problems: errors})
        const isClear = errors.length + others.length + warnings.length + found.changed.length === 0
        if (isClear && !isAgain) await publishChosen(found, NOTHING_CHOSEN)
        else setStep({name: 'asking', check: found, others, retry})
      } catch (error) {
        fail(error)
      }
    },
    [client, fail, id, publishChosen, revision, schemaType, source, validation],
  )

  useEffect(() => {
    if (step.name !== 'waiting') return undefined
    const isCurrent = isSettled && revision !== step.outdated
    if (draft && !isCurrent) return undefined
    // Somebody else has published it meanwhile.
    const proceed = draft ? () => void check(step) : () => fail(staleError())
    const soon = setTimeout(proceed)
    return () => clearTimeout(soon)
  }, [check, draft, fail, isSettled, revision, step])

  const start = useCallback(() => setStep({name: 'waiting', isAgain: false}), [])
  const checkAgain = useCallback(() => setStep({name: 'waiting', isAgain: true}), [])
  const close = useCallback(() => setStep(IDLE), [])
  const open = useCallback(
    (path: SpotPath) => {
      setStep(IDLE)
      // The dialog gives the focus back to the button when it closes.
      setTimeout(() => {
        onPathOpen(path)
        onFocus(path)
        scrollToPlace(path)
      }, 200)
    },
    [onFocus, onPathOpen],
  )

  const dialog = useMemo(() => {
    if (step.name !== 'asking') return null
    const {check, others, retry} = step
    const isHeldBack = others.length > 0 || verdictOf(check, new Set()).errors.length > 0
    return {
      type: 'dialog' as const,
      header: isHeldBack ? 'This cannot be published yet' : 'Before you publish',
      width: 'medium' as const,
      onClose: close,
      content: (
        <PublishDialog
          check={check}
          onCancel={close}
          onCheckAgain={checkAgain}
          onOpen={open}
          onPublish={(choice) => void publishChosen(check, choice)}
          others={others}
          retry={retry}
        />
      ),
    }
  }, [checkAgain, close, open, publishChosen, step])

  return useMemo(() => {
    if (!publish?.onHandle || !draft) return publish
    const isPublished = step.name === 'published' && step.revision === draft._rev
    const isBusy = isPublished || step.name === 'waiting' || step.name === 'checking' || step.name === 'publishing'
    // Errors leave the button alive: the dialog says what they are and leads to them.
    const isHeldBack = hasErrors && permissions?.granted === true && Boolean(publish.title)
    const isPressable = !isBusy && (!publish.disabled || isHeldBack)
    return {
      ...publish,
      onHandle: start,
      disabled: !isPressable,
      label: isPublished ? 'Published' : (BUSY_LABELS[step.name] ?? publish.label),
      title: isHeldBack && isPressable ? 'Something is wrong: press to see what' : publish.title,
      shortcut: isPressable ? 'Ctrl+Alt+P' : null,
      dialog,
    }
  }, [dialog, draft, hasErrors, permissions, publish, start, step])
}

const BUSY_LABELS: Partial<Record<Step['name'], string>> = {
  waiting: 'Checking references…',
  checking: 'Checking references…',
  publishing: 'Publishing…',
}

function publishedText(references: number): string {
  if (references === 0) return 'Published'
  return references === 1 ? 'Published, with one reference' : `Published, with ${references} references`
}
