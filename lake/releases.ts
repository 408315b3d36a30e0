import {SYSTEM_AUTHOR} from './documents/document.ts'
import {duePublication, failedPublication, type ActionContext} from './documents/releaseTransition.ts'
import {isReleaseId, stateOf} from './documents/release.ts'
import {documentAt} from './documents/revision.ts'
import type {Mutation} from './documents/mutation.ts'
import type {Staging} from './documents/staging.ts'
import {LakeError} from './errors.ts'
import type {Lake} from './lake.ts'
import type {LakeDocument} from './store/store.ts'

/** A clock may be set forward while a timer runs, so none runs for longer. */
const MAX_WAIT_MS = 15_000

/** What actions of one transaction read of the lake. */
export function actionContext({store, now}: Lake, dataset: string, staging: Staging): ActionContext {
  return {
    read: staging.read,
    versionsIn: staging.versionsIn,
    lastRevision(id) {
      const entries = store.history(dataset, {documentIds: [id], newestFirst: true, limit: 2})
      return documentAt(store.documents(dataset)?.get(id) ?? null, entries, ({resultRev}) => resultRev !== null)
    },
    timestamp: new Date(now()).toISOString(),
  }
}

/**
 * Publishes scheduled releases when their time has come, also those whose time came while the lake was down. What a
 * release refers to may have gone meanwhile: it becomes active again then, with an `error`.
 *
 * @returns a function that stops it.
 */
export function publishScheduledReleases(lake: Lake): () => void {
  const waiting = new Map<string, Map<string, number>>()
  let timer: NodeJS.Timeout | undefined

  function publishDue(): void {
    clearTimeout(timer)
    for (const [dataset, releases] of waiting) {
      for (const [id, at] of releases) if (at <= lake.now()) publishOrLog(lake, dataset, id)
    }
    const times = [...waiting.values()].flatMap((releases) => [...releases.values()])
    if (times.length === 0) return
    const wait = Math.min(...times) - lake.now()
    askAgain(wait > 0 ? Math.min(wait, MAX_WAIT_MS) : MAX_WAIT_MS)
  }

  function askAgain(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(publishDue, ms).unref()
  }

  function note(dataset: string, id: string, document: LakeDocument | null): void {
    const releases = waiting.get(dataset) ?? new Map<string, number>()
    waiting.set(dataset, releases)
    const at = document && stateOf(document) === 'scheduled' ? Date.parse(String(document.publishAt)) : Number.NaN
    if (Number.isNaN(at)) releases.delete(id)
    else releases.set(id, at)
  }

  for (const dataset of lake.store.datasets()) {
    for (const [id, document] of lake.store.documents(dataset) ?? []) if (isReleaseId(id)) note(dataset, id, document)
  }
  const unsubscribe = lake.store.onCommit(({dataset, changes}) => {
    const releases = changes.filter(({documentId}) => isReleaseId(documentId))
    for (const {documentId, after} of releases) note(dataset, documentId, after)
    if (releases.length > 0) askAgain(0)
  })
  publishDue()
  return () => {
    unsubscribe()
    clearTimeout(timer)
  }
}

function publish(lake: Lake, dataset: string, id: string): void {
  const name = String(lake.store.documents(dataset)?.get(id)?.name)
  const attempt = (action: string, mutations: (context: ActionContext) => Mutation[]) =>
    lake.transact({
      dataset,
      author: SYSTEM_AUTHOR,
      actions: [{actionType: `sanity.action.release.${action}`, releaseId: name}],
      write: (staging) =>
        mutations(actionContext(lake, dataset, staging)).flatMap((mutation) => staging.apply(mutation, 0, 'unlocked')),
    })
  try {
    attempt('publish', (context) => duePublication(name, context))
  } catch (error) {
    // The disk may be full or locked only now.
    if (!(error instanceof LakeError) || error.status >= 500) throw error
    attempt('unschedule', (context) => failedPublication(name, error.message, context))
  }
}

/** What fails is asked again later, and must not end the process. */
function publishOrLog(lake: Lake, dataset: string, id: string): void {
  try {
    publish(lake, dataset, id)
  } catch (error) {
    console.error(error)
  }
}
