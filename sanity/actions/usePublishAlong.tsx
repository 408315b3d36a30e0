import {useToast} from '@sanity/ui/toast'
import {useCallback, useEffect, useMemo, useState} from 'react'
import {
  useClient,
  useCurrentUser,
  useSource,
  useSyncState,
  useValidationStatus,
  type DocumentActionDescription,
  type DocumentActionProps,
} from 'sanity'
import {useDocumentPane} from 'sanity/structure'

import type {SpotPath} from '@/lib/integrity/problem'
import {usesOf} from '@/lib/integrity/usesOf'
import {API_VERSION} from '@/sanity/env'
import {INTEGRITY_CODE} from '@/sanity/inputs/integrity/integrityRules'

import {checkBeforePublishing, verdictOf, type Check} from './checkBeforePublishing'
import {PublishDialog, type Choice} from './PublishDialog'
import {keepReason, publishTogether} from './publishTogether'
import {scrollToPlace} from './scrollToPlace'

type Step = {name: 'idle' | 'waiting' | 'checking' | 'publishing'} | {name: 'asking'; check: Check}

const IDLE: Step = {name: 'idle'}

const OTHER_ERRORS = 'Some fields have errors, marked in the form. Mend them, then publish again.'

/** What `publish` describes, for a document that may cite; `null` where the Studio offers no publishing. */
export function usePublishAlong(
  {id, type, draft}: DocumentActionProps,
  publish: DocumentActionDescription | null,
): DocumentActionDescription | null {
  const client = useClient({apiVersion: API_VERSION})
  const source = useSource()
  const user = useCurrentUser()
  const toast = useToast()
  const {onPathOpen, onFocus} = useDocumentPane()
  const {isSyncing} = useSyncState(id, type)
  const {isValidating, validation, revision} = useValidationStatus(draft?._id ?? id, type, true)
  const [step, setStep] = useState<Step>(IDLE)

  const errors = validation.filter(({level}) => level === 'error')
  const isHeldBack = errors.length > 0 && errors.every(({code}) => code?.startsWith(INTEGRITY_CODE))
  const hasOtherErrors = errors.length > 0 && !isHeldBack
  const isSettled = !isSyncing && !isValidating && revision === draft?._rev
  const mayCite = draft !== null && usesOf(draft).length > 0
  const publishAlone = publish?.onHandle

  const fail = useCallback(
    (error: unknown) => {
      setStep(IDLE)
      toast.push({
        status: 'error',
        title: 'Not published',
        description: error instanceof Error ? error.message : String(error),
        duration: 15_000,
      })
    },
    [toast],
  )

  const publishChosen = useCallback(
    async (check: Check, {changed, reason, warnings}: Choice) => {
      setStep({name: 'publishing'})
      try {
        if (warnings.length > 0 && user) {
          const by = {id: user.id, name: user.name || user.email}
          await keepReason(client, {id, reason, by, warnings, at: new Date().toISOString()})
        }
        await publishTogether(client, {id, check, changed})
        setStep(IDLE)
        toast.push({status: 'success', title: publishedText(check.fresh.length + changed.length)})
      } catch (error) {
        fail(error)
      }
    },
    [client, fail, id, toast, user],
  )

  const check = useCallback(async () => {
    // The Studio's own handler publishes what has errors, once it is validated: it trusts its disabled button.
    if (hasOtherErrors) return fail(new Error(OTHER_ERRORS))
    setStep({name: 'checking'})
    try {
      const found = await checkBeforePublishing(client, source, id)
      const open = verdictOf(found, new Set())
      if (open.errors.length > 0 || open.warnings.length > 0 || found.changed.length > 0) {
        setStep({name: 'asking', check: found})
      } else if (found.fresh.length > 0) {
        await publishChosen(found, {changed: [], reason: '', warnings: []})
      } else {
        setStep(IDLE)
        publishAlone?.()
      }
    } catch (error) {
      fail(error)
    }
  }, [client, fail, hasOtherErrors, id, publishAlone, publishChosen, source])

  useEffect(() => {
    if (step.name !== 'waiting' || !isSettled) return undefined
    const soon = setTimeout(() => void check())
    return () => clearTimeout(soon)
  }, [check, isSettled, step.name])

  const start = useCallback(() => setStep({name: 'waiting'}), [])
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
  const checkAgain = useCallback(() => void check(), [check])

  const dialog = useMemo(() => {
    if (step.name !== 'asking') return null
    const {check} = step
    return {
      type: 'dialog' as const,
      header: verdictOf(check, new Set()).errors.length > 0 ? 'This cannot be published yet' : 'Before you publish',
      width: 'medium' as const,
      onClose: close,
      content: (
        <PublishDialog
          check={check}
          onCancel={close}
          onCheckAgain={checkAgain}
          onOpen={open}
          onPublish={(choice) => void publishChosen(check, choice)}
        />
      ),
    }
  }, [checkAgain, close, open, publishChosen, step])

  return useMemo(() => {
    if (!publish || !publishAlone || !mayCite) return publish
    const isBusy = step.name === 'waiting' || step.name === 'checking' || step.name === 'publishing'
    // Errors that only this dialog explains do not leave the button dead.
    const isPressable = !publish.disabled || (isHeldBack && Boolean(publish.title))
    return {
      ...publish,
      onHandle: start,
      disabled: isBusy || !isPressable,
      label: step.name === 'publishing' ? 'Publishing…' : isBusy ? 'Checking references…' : publish.label,
      title: isHeldBack && isPressable ? 'Something is wrong with the references: press to see what' : publish.title,
      shortcut: isBusy || !isPressable ? null : 'Ctrl+Alt+P',
      dialog,
    }
  }, [dialog, isHeldBack, mayCite, publish, publishAlone, start, step.name])
}

function publishedText(references: number): string {
  if (references === 0) return 'Published'
  return references === 1 ? 'Published, with one reference' : `Published, with ${references} references`
}
