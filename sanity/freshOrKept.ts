import type {z} from 'zod'

import {documentsRead} from '@/lib/cache-tags/documentsRead'
import {documentTag, readAtTag} from '@/lib/cache-tags/tags'

import {ContentUnavailableError} from './errors'
import type {LastGood} from './lastGood'
import {parseContent} from './parseContent'

/** After how many seconds a page that could not be made from fresh content is tried again. */
const RETRY_AFTER = 5

export type Params = Readonly<Record<string, string | number>>

export interface ContentQuery<Schema extends z.ZodType> {
  /** As in the code, for logs and errors. */
  name: string
  query: string
  schema: Schema
  /** What the page depends on beside the documents in the result: slugs, lists, referrers. */
  tags: (params: Params, value: z.output<Schema> | null) => readonly string[]
}

export interface PageEntry {
  /** Distinguishes this read from every other; the same read has the same key. */
  key: string
  tags: readonly string[]
  /** Seconds after which the page is rendered again although nothing was published; `false` for never. */
  revalidateAfter: number | false
}

interface Surroundings {
  /** @throws {ContentUnavailableError} */
  ask: (query: string, params: Params) => Promise<unknown>
  lastGood: LastGood
  tagPage: (entry: PageEntry) => Promise<void>
  /** Unix milliseconds. */
  now: number
}

/**
 * What the store answers to a query, as it came; when it answers nothing, or nothing that can be parsed, what it answered last.
 * The page is tagged either way, so that it is made again when something is published, or in seconds when the store failed.
 *
 * @throws {ContentUnavailableError} when there is neither.
 */
export async function freshOrKept(
  content: ContentQuery<z.ZodType>,
  params: Params,
  {ask, lastGood, tagPage, now}: Surroundings,
): Promise<unknown> {
  const key = `${content.name} ${JSON.stringify(params)}`
  const storageKey = `${content.query}\n${JSON.stringify(params)}`
  const tag = (raw: unknown, value: unknown, revalidateAfter: number | false) => {
    // One millisecond early: what expires in the very millisecond of the read counts as later.
    const tags = [readAtTag(now - 1), ...content.tags(params, value), ...documentsRead(raw).map(documentTag)]
    return tagPage({key, tags: [...new Set(tags)], revalidateAfter})
  }

  try {
    const raw = await ask(content.query, params)
    const {value, leftOut} = parseContent(content.name, content.schema, raw)
    if (leftOut.length > 0) console.warn(`${key}: left out ${leftOut.join(', ')}`)
    await lastGood.save(storageKey, raw).catch((error: unknown) => console.error(`${key} was not kept:`, error))
    await tag(raw, value, false)
    return raw
  } catch (error) {
    if (!(error instanceof ContentUnavailableError)) throw error
    console.error(`${key}: ${error.message}`)
    const kept = await lastGood.load(storageKey)
    const value = kept === undefined ? null : parseKept(content, kept)
    await tag(kept, value, RETRY_AFTER)
    if (value === null) throw error
    return kept
  }
}

/** `null` when what was kept is from a time when pages were made of something else. */
function parseKept({name, schema}: ContentQuery<z.ZodType>, kept: unknown): unknown {
  try {
    return parseContent(name, schema, kept).value
  } catch (error) {
    console.error('What was kept is of another shape:', error)
    return null
  }
}
