import {z} from 'zod'

import type {ParsedReference} from '@/lib/bibliography/parsedEntry'
import {toBareDoi} from '@/lib/identifiers/doi'
import {isWebUrl} from '@/lib/links/isWebUrl'

import type {Ask} from './formatEntries'
import type {EntryEdit} from './paste'
import type {Row} from './rows'

const AT_ONCE = 3

/** What the server takes at most. */
const MAX_LENGTH = 2_000

const answer = z.object({
  reference: z.looseObject({}),
  confidence: z.record(z.string(), z.enum(['sure', 'likely', 'guess'])),
  problems: z.array(z.string()),
})

/** Whether something about this row can be asked of the network. */
export function canLookUp({entry, reference, edit, choice}: Row): boolean {
  return !edit.result && choice !== 'skip' && entry.format !== 'aside' && questionOf(reference) !== null
}

function questionOf({doi, url}: ParsedReference): {doi: string} | {url: string} | null {
  if (doi && doi.length <= MAX_LENGTH && toBareDoi(doi) !== null) return {doi}
  return url && url.length <= MAX_LENGTH && isWebUrl(url) ? {url} : null
}

/** Whether its address is nearly all that is known of this row. */
export function needsLookUp(row: Row): boolean {
  const isAddress = row.entry.format === 'doi' || row.entry.format === 'url'
  return isAddress && canLookUp(row) && row.edit.lookUp === undefined && row.choice !== 'existing'
}

/**
 * Looks rows up, three at once; `onFound` gets every answer as it comes. Once one is refused no more are asked for, and
 * when those under way are answered it rejects with that sentence.
 */
export async function lookUpRows(
  rows: readonly Row[],
  {ask, onFound}: {ask: Ask; onFound: (key: string, edit: Partial<EntryEdit>) => void},
): Promise<void> {
  const waiting = [...rows]
  const work = async () => {
    try {
      for (let row = waiting.shift(); row; row = waiting.shift()) onFound(row.key, await lookUp(row, ask))
    } finally {
      waiting.length = 0
    }
  }
  const ends = await Promise.allSettled(Array.from({length: AT_ONCE}, work))
  const refused = ends.find((end) => end.status === 'rejected')
  if (refused) throw refused.reason
}

async function lookUp(row: Row, ask: Ask): Promise<Partial<EntryEdit>> {
  const found = answer.parse(await ask('/api/studio/look-up', questionOf(row.reference)))
  return merged(row, found)
}

/** What was found, around what the editor wrote by hand and the line that was pasted. */
function merged(row: Row, {reference, confidence, problems}: z.infer<typeof answer>): Partial<EntryEdit> {
  const isEdited = (name: string) =>
    Object.entries(row.fields).some(([field, state]) => field === name && state === 'edited')
  const kept = Object.entries(row.reference).filter(([name]) => name === 'verbatim' || isEdited(name))
  const next: ParsedReference = {...row.reference, ...reference, ...Object.fromEntries(kept)}
  const states = Object.entries(confidence).filter(([name]) => !isEdited(name))
  return {
    reference: next,
    confidence: {...row.edit.confidence, ...Object.fromEntries(states)},
    lookUp: {problems},
    ...(row.choice === 'verbatim' ? {choice: 'create' as const} : {}),
  }
}
