import type {Commit} from '../documents/document.ts'
import {createChangeText, mutationEvents, type Heard, type MessageOptions} from '../documents/mutationEvents.ts'
import type {JsonObject} from '../documents/json.ts'
import {DatasetNotFoundError} from '../errors.ts'
import type {Store} from '../store/store.ts'

import {createAudiences, type Audience, type Audiences, type Scope} from './audiences.ts'
import {cpuNow} from './cpuTime.ts'
import {createFilters} from './filters.ts'
import {judge, type Allowance} from './judging.ts'
import {toPieces, type Piece} from './pieces.ts'
import type {Reader} from './reader.ts'

export interface ListenRequest {
  dataset: string
  query: string
  params: JsonObject
  scope: Scope
  /** What `identity()` answers. */
  identity: string
  /** Whom the listener is counted against. */
  client: string
  options: MessageOptions
}

export interface Channel {
  /** The events of past commits, or null when finding them out takes too long. */
  past(commits: readonly Commit[]): string | null
  /** From the next commit on, the reader is told. */
  join(reader: Reader): void
}

/** All listeners, with one subscription to the store between them. */
export interface Channels {
  /**
   * @throws {DatasetNotFoundError} 404. @throws {QueryParseError} 400. @throws {QueryEvaluationError} 400.
   * @throws {TooManyStreamsError} 429.
   */
  open(request: ListenRequest): Channel
}

export interface ChannelsOptions {
  store: Store
  projectId: string
  /** Milliseconds that only grow. */
  clock(): number
  budget?: Budget
}

/** Milliseconds of the thread's own time for one filter: to parse it, and to evaluate it on one commit. */
export interface Budget {
  parseMs: number
  memberMs: number
  anonymousMs: number
}

const budgetOfProcess: Budget = {parseMs: 200, memberMs: 250, anonymousMs: 100}
/** A commit of many documents takes longer. */
const CHANGE_MS = 0.2
/** How many filters may use up all they have, of people who have signed in and of others. */
const GREEDY = 4

export function createChannels({store, projectId, clock, budget = budgetOfProcess}: ChannelsOptions): Channels {
  const filters = createFilters(clock, budget.parseMs)
  const datasets = new Map<string, Audiences>()
  store.onCommit(tell)

  function allowanceFor({changes}: Commit, isAnonymous: boolean): Allowance {
    const filterMs = Math.round((isAnonymous ? budget.anonymousMs : budget.memberMs) + changes.length * CHANGE_MS)
    return {filterMs, totalMs: filterMs * GREEDY}
  }

  /** Null when a commit, or all of them, take too long. */
  function pastEvents(audience: Audience, commits: readonly Commit[], options: MessageOptions): string | null {
    const until = cpuNow() + GREEDY * (audience.isAnonymous ? budget.anonymousMs : budget.memberMs)
    const events: string[] = []
    for (const commit of commits) {
      const allowance = allowanceFor(commit, audience.isAnonymous)
      const heard = audience.past.get(commit) ?? judge([audience], commit, allowance).heard.get(audience)
      if (!heard || cpuNow() > until) return null
      audience.past.set(commit, heard)
      events.push(mutationEvents(commit, heard, options, createChangeText()))
    }
    return events.join('')
  }

  function tell(commit: Commit): void {
    const audiences = [...(datasets.get(commit.dataset)?.all() ?? [])]
    const {anonymous = [], member = []} = Object.groupBy(audiences, ({isAnonymous}) =>
      isAnonymous ? 'anonymous' : 'member',
    )
    const eventsOf = encoder(commit)
    for (const group of [member, anonymous]) {
      const {heard, failed} = judge(group, commit, allowanceFor(commit, group === anonymous))
      for (const [audience, changes] of heard) if (changes.length > 0) deliver(audience, changes, eventsOf)
      for (const [audience, reason] of failed) dismiss(audience, reason)
    }
  }

  function dismiss(audience: Audience, reason: string): void {
    const members = [...audience.groups.values()].flatMap(({readers}) => [...readers])
    filters.blame(
      audience.filterKey,
      members.map(([, client]) => client),
      audience.isAnonymous,
    )
    const farewell = toPieces(`event: channelError\ndata: ${JSON.stringify({message: reason})}\n\n`)
    for (const [reader] of members) {
      reader.send(farewell)
      reader.end()
    }
  }

  return {
    open({dataset, query, params, scope, identity, client, options}) {
      const documents = store.documents(dataset)
      if (!documents) throw new DatasetNotFoundError(dataset)
      const isAnonymous = scope === 'public'
      const filterKey = JSON.stringify([dataset, isAnonymous, query, params])
      const read = (id: string) => store.documents(dataset)?.get(id)
      const filter = filters.parse(filterKey, {query, params, projectId, dataset, isAnonymous, read}, client)
      const audiences = datasets.get(dataset) ?? createAudiences()
      datasets.set(dataset, audiences)
      const audience = audiences.of({filter, filterKey, scope, identity})
      return {
        past(commits) {
          const events = pastEvents(audience, commits, options)
          if (events === null) filters.blame(filterKey, [client], isAnonymous)
          return events
        },
        join: (reader) => audiences.join(audience, {reader, client, options}),
      }
    },
  }
}

function deliver(audience: Audience, heard: Heard[], eventsOf: Encoder): void {
  for (const {key, options, readers} of audience.groups.values()) {
    const pieces = eventsOf(heard, key, options)
    for (const reader of readers.keys()) reader.send(pieces)
  }
}

type Encoder = (heard: readonly Heard[], optionsKey: string, options: MessageOptions) => Piece[]

/** Encodes each message once, also for audiences that hear the same by different filters. */
function encoder(commit: Commit): Encoder {
  const textOf = createChangeText()
  const made = new Map<string, Piece[]>()
  return (heard, optionsKey, options) => {
    const key = `${optionsKey}${heard.map(({change, transition}) => `${transition}#${change.documentId}`).join('\n')}`
    const pieces = made.get(key) ?? toPieces(mutationEvents(commit, heard, options, textOf))
    made.set(key, pieces)
    return pieces
  }
}
