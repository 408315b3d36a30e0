import type {LakeDocument} from '../documents/document.ts'
import type {QueryLimits} from '../groq/limits.ts'

import type {QueryRequest, QueryTiming} from './queries.ts'

/** A commit, as far as a replica needs it. */
export interface ReplicaCommit {
  dataset: string
  sequence: number
  changes: {documentId: string; after: LakeDocument | null}[]
}

export type ToReplica = {kind: 'query'; id: number; request: QueryRequest} | {kind: 'commit'; commit: ReplicaCommit}

export type FromReplica =
  | {kind: 'ready'}
  /** A view is being built for a query, which is not the query's fault. */
  | {kind: 'building'; id: number}
  | {kind: 'built'; id: number}
  | {kind: 'answer'; id: number; body: Uint8Array; timing: QueryTiming}
  | {kind: 'refusal'; id: number; status: number; envelope: Envelope; isTimeout: boolean}
  /** Our fault. */
  | {kind: 'failure'; id: number; message: string}

export type Envelope = {type: string; description: string; [detail: string]: unknown}

/** What a replica is started with. */
export interface ReplicaOptions {
  /** The SQLite file. */
  path: string
  limits: QueryLimits
}

/** How the process ends when a query has taken all the memory it may. V8 may also abort it. */
export const OUT_OF_MEMORY = 70

export function isToReplica(message: unknown): message is ToReplica {
  return isMessage(message, ['query', 'commit'])
}

export function isFromReplica(message: unknown): message is FromReplica {
  return isMessage(message, ['ready', 'building', 'built', 'answer', 'refusal', 'failure'])
}

export function isReplicaOptions(value: unknown): value is ReplicaOptions {
  return typeof value === 'object' && value !== null && 'path' in value && 'limits' in value
}

function isMessage(message: unknown, kinds: readonly string[]): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && kinds.includes(String(message.kind))
}
