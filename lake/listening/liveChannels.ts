import {isPrivateId} from '../documents/ids.ts'
import {tagsOfCommit} from '../groq/syncTags.ts'
import type {Commit, Store} from '../store/store.ts'

import {toPieces} from './pieces.ts'
import type {Reader} from './reader.ts'

/** Whoever waits for sync tags, with one subscription to the store between them. */
export interface LiveChannels {
  /** The event of a commit; null when it is none of the audience's business. */
  eventOf(commit: Commit, includesDrafts: boolean): string | null
  /** The place in the log that an audience has been told of everything up to. */
  position(dataset: string, includesDrafts: boolean): number
  join(reader: Reader, dataset: string, includesDrafts: boolean): void
}

export function createLiveChannels(store: Store): LiveChannels {
  const audiences = new Map<string, Set<Reader>>()
  const startedAt = store.lastSequence()
  // A position that moved with every draft would tell readers of them.
  const publicPositions = new Map<string, number>()

  function eventOf(commit: Commit, includesDrafts: boolean): string | null {
    const changes = includesDrafts ? commit.changes : commit.changes.filter(({documentId}) => !isPrivateId(documentId))
    if (changes.length === 0) return null
    const data = JSON.stringify({tags: tagsOfCommit(commit.dataset, changes)})
    return `event: message\nid: ${commit.sequence}\ndata: ${data}\n\n`
  }

  store.onCommit((commit) => {
    for (const includesDrafts of [true, false]) {
      const event = eventOf(commit, includesDrafts)
      if (event === null) continue
      if (!includesDrafts) publicPositions.set(commit.dataset, commit.sequence)
      const pieces = toPieces(event)
      for (const reader of audiences.get(keyOf(commit.dataset, includesDrafts)) ?? []) reader.send(pieces)
    }
  })

  return {
    eventOf,
    position: (dataset, includesDrafts) =>
      includesDrafts ? store.lastSequence() : (publicPositions.get(dataset) ?? startedAt),
    join(reader, dataset, includesDrafts) {
      const key = keyOf(dataset, includesDrafts)
      const audience = audiences.get(key) ?? new Set()
      audiences.set(key, audience)
      audience.add(reader)
      reader.onEnd(() => audience.delete(reader))
    },
  }
}

function keyOf(dataset: string, includesDrafts: boolean): string {
  return `${dataset} ${includesDrafts}`
}
