import type {Commit, DocumentChange, LakeDocument} from './document.ts'

import {evaluateTree, within, type Query} from '../groq/evaluate.ts'
import {parseUnindexed} from '../groq/tree.ts'
import {isPrivateId, isVersionId} from './ids.ts'
import type {View} from './view.ts'

export interface ListenOptions extends Omit<Query, 'timestamp'> {
  isAnonymous: boolean
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  /** Versions for releases, too. Drafts are always included. */
  includeAllVersions: boolean
  includeEffects: boolean
}

export type Transition = 'appear' | 'update' | 'disappear'

/** What a listener is told of one document, as the hosted lake tells it. */
export interface MutationMessage {
  documentId: string
  transactionId: string
  transition: Transition
  [detail: string]: unknown
}

/**
 * Makes the messages of commits for one listener: those documents that its query holds before or after.
 *
 * @throws {QueryParseError} 400.
 */
export function createListening(options: ListenOptions): (commit: Commit) => MutationMessage[] {
  const {query, params, isAnonymous, includeAllVersions} = options
  const tree = within(500, query, () => parseUnindexed(query, params))
  const isAudible = ({documentId}: DocumentChange) =>
    isAnonymous ? !isPrivateId(documentId) : includeAllVersions || !isVersionId(documentId)

  return (commit) => {
    const timestamp = new Date(commit.timestamp)
    const holds = (document: LakeDocument | null) =>
      document !== null && isMatch(evaluateTree(tree, {...options, timestamp, view: viewOf(document, options.view)}))
    const audible = commit.changes.filter(isAudible)
    const transitions = within(500, query, () =>
      audible.map(({before, after}) => transitionOf(holds(before), holds(after))),
    )
    const heard = audible.flatMap((change, index) => {
      const transition = transitions[index]
      return transition ? [{change, transition}] : []
    })
    // The Studio waits for as many events as are announced, so only those that are sent may count.
    return heard.map(({change, transition}, index) =>
      message(commit, change, {transition, position: index + 1, total: heard.length}, options),
    )
  }
}

function transitionOf(before: boolean, after: boolean): Transition | null {
  if (after) return before ? 'update' : 'appear'
  return before ? 'disappear' : null
}

function message(
  commit: Commit,
  {documentId, before, after, effects, mutations}: DocumentChange,
  {transition, position, total}: {transition: Transition; position: number; total: number},
  options: ListenOptions,
): MutationMessage {
  return {
    eventId: eventId(commit.id, documentId),
    documentId,
    transactionId: commit.id,
    transition,
    identity: commit.author,
    timestamp: commit.timestamp,
    visibility: commit.visibility === 'async' ? 'transaction' : 'query',
    transactionTotalEvents: total,
    transactionCurrentEvent: position,
    // Left out, not null: the Studio compares it with the `_rev` of a document that may not exist.
    ...(before ? {previousRev: before._rev} : {}),
    // Named for a deletion, too: the Studio drops an event without it, and keeps a discarded draft in its form.
    resultRev: after?._rev ?? commit.id,
    ...(options.includeMutations ? {mutations} : {}),
    ...(options.includeEffects ? {effects} : {}),
    ...(options.includeResult && after ? {result: after} : {}),
    ...(options.includePreviousRevision && before ? {previous: before} : {}),
  }
}

export function eventId(transactionId: string, documentId: string): string {
  return `${transactionId}#${documentId}`
}

/** The dataset as if it held the one document; what it refers to can still be followed. */
function viewOf(document: LakeDocument, view: View): View {
  return {
    ...view,
    all: () => [document],
    byId: (id) => (id === document._id ? document : view.byId(id)),
  }
}

function isMatch(result: unknown): boolean {
  return Array.isArray(result) ? result.length > 0 : typeof result === 'object' ? result !== null : result === true
}
