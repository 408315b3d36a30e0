import type {Identify} from '../identity.ts'
import type {Store} from '../store/store.ts'

import {createAdmission, type Admission, type AdmissionLimits} from './admission.ts'
import {createChannels, type Channels} from './channels.ts'
import {createLiveChannels, type LiveChannels} from './liveChannels.ts'
import {createReaders, type ReaderLimits, type Readers} from './readers.ts'
import {createRevocations, type Revocations} from './revocations.ts'

export interface ListeningLimits extends ReaderLimits, AdmissionLimits {}

/** Everything event streams are made of. */
export interface Listening {
  admission: Admission
  channels: Channels
  liveChannels: LiveChannels
  readers: Readers
  revocations: Revocations
}

const limitsOfProcess: ListeningLimits = {
  maxReaderBytes: 4 * 1024 * 1024,
  maxTotalBytes: 256 * 1024 * 1024,
  maxStallMs: 30_000,
  maxStreams: 5_000,
  maxStreamsPerClient: 500,
}

export interface ListeningOptions {
  store: Store
  projectId: string
  identify: Identify
  /** Everything ends with it. */
  closing: AbortSignal
  limits?: Partial<ListeningLimits>
}

export function createListening({store, projectId, identify, closing, limits = {}}: ListeningOptions): Listening {
  const applied = {...limitsOfProcess, ...limits}
  // Not the time of day, which may be set back.
  const clock = () => performance.now()
  const listening = {
    admission: createAdmission(applied),
    channels: createChannels({store, projectId, clock}),
    liveChannels: createLiveChannels(store),
    readers: createReaders(applied, clock),
    revocations: createRevocations(identify),
  }
  closing.addEventListener('abort', () => {
    listening.readers.close()
    listening.revocations.close()
  })
  return listening
}
