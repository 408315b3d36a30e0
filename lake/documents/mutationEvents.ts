import type {Commit, DocumentChange} from './document.ts'

/** What a listener wants to know of a change beside the change itself. */
export interface MessageOptions {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
}

export type Transition = 'appear' | 'update' | 'disappear'

/** A change that a listener is told of. */
export interface Heard {
  change: DocumentChange
  transition: Transition
}

/** The JSON of the large parts of changes, each made once however many listeners are told of it. */
export type ChangeText = (change: DocumentChange, part: 'before' | 'after' | 'effects' | 'mutations') => string

export function createChangeText(): ChangeText {
  const texts = new Map<unknown, string>()
  return (change, part) => {
    const value = change[part]
    const text = texts.get(value) ?? JSON.stringify(value)
    texts.set(value, text)
    return text
  }
}

/** The `mutation` events of a commit for listeners with these options, as the hosted lake sends them. */
export function mutationEvents(
  commit: Commit,
  heard: readonly Heard[],
  options: MessageOptions,
  textOf: ChangeText,
): string {
  // The Studio waits for as many events as are announced, so only those that are sent may count.
  return heard.map((one, index) => mutationEvent(commit, one, {total: heard.length, index}, options, textOf)).join('')
}

function mutationEvent(
  commit: Commit,
  {change, transition}: Heard,
  {total, index}: {total: number; index: number},
  options: MessageOptions,
  textOf: ChangeText,
): string {
  const {documentId, before, after} = change
  const eventId = `${commit.id}#${documentId}`
  const head = JSON.stringify({
    eventId,
    documentId,
    transactionId: commit.id,
    transition,
    identity: commit.author,
    timestamp: commit.timestamp,
    visibility: commit.visibility === 'async' ? 'transaction' : 'query',
    transactionTotalEvents: total,
    transactionCurrentEvent: index + 1,
    // Left out, not null: the Studio compares it with the `_rev` of a document that may not exist.
    ...(before ? {previousRev: before._rev} : {}),
    // Named for a deletion, too: the Studio drops an event without it, and keeps a discarded draft in its form.
    resultRev: after?._rev ?? commit.id,
  })
  const parts = [
    options.includeMutations ? `,"mutations":${textOf(change, 'mutations')}` : '',
    options.includeEffects ? `,"effects":${textOf(change, 'effects')}` : '',
    options.includeResult && after ? `,"result":${textOf(change, 'after')}` : '',
    options.includePreviousRevision && before ? `,"previous":${textOf(change, 'before')}` : '',
  ]
  return `event: mutation\nid: ${eventId}\ndata: ${head.slice(0, -1)}${parts.join('')}}\n\n`
}
