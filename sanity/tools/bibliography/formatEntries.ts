import {z} from 'zod'

import type {ParsedReference} from '@/lib/bibliography/parsedEntry'

export interface FormattedEntry {
  /** Safe to print: made by the server. */
  html: string
  text: string
}

/** Asks the server to format references: `serverRequest` with its client. */
export type Ask = (path: string, body: unknown, signal?: AbortSignal) => Promise<unknown>

/** Few enough for the first rows to be there soon; the server takes a hundred. */
const BATCH = 25

const answer = z.object({entries: z.array(z.object({html: z.string(), text: z.string()}))})

export function formatKey(reference: ParsedReference): string {
  return JSON.stringify(reference)
}

/** Formats references in the publication's style, batch by batch; `onBatch` gets each batch by `formatKey`. */
export async function formatEntries(
  references: readonly ParsedReference[],
  {ask, onBatch, signal}: {ask: Ask; onBatch: (formatted: Map<string, FormattedEntry>) => void; signal: AbortSignal},
): Promise<void> {
  const distinct = [...new Map(references.map((reference) => [formatKey(reference), reference]))]
  for (let start = 0; start < distinct.length; start += BATCH) {
    const batch = distinct.slice(start, start + BATCH)
    const body = {references: batch.map(([, reference], index) => ({...reference, _id: `row-${start + index}`}))}
    const {entries} = answer.parse(await ask('/api/studio/format', body, signal))
    onBatch(new Map(batch.flatMap(([key], index) => (entries[index] ? [[key, entries[index]] as const] : []))))
  }
}
