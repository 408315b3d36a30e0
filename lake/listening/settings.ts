import {z} from 'zod'

import type {ListeningLimits} from './listening.ts'

const count = z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be at least 1').optional()

/** Environment variables that bound event streams. */
export const streamVariables = {
  LAKE_STREAMS_MAX: count,
  LAKE_STREAMS_PER_CLIENT: count,
}

/** What they say; the rest is as it is by default. */
export function streamLimitsOf({
  LAKE_STREAMS_MAX: maxStreams,
  LAKE_STREAMS_PER_CLIENT: maxStreamsPerClient,
}: z.output<z.ZodObject<typeof streamVariables>>): Partial<ListeningLimits> {
  return {
    ...(maxStreams === undefined ? {} : {maxStreams}),
    ...(maxStreamsPerClient === undefined ? {} : {maxStreamsPerClient}),
  }
}
