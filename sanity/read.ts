import 'server-only'
import path from 'node:path'

import {cache} from 'react'
import type {z} from 'zod'

import {documentsRead} from '@/lib/cache-tags/documentsRead'
import {documentTag, readAtTag} from '@/lib/cache-tags/tags'

import {draftClient, publishedClient} from './client'
import {isPreviewing, previewPerspective} from './draft'
import {ContentUnavailableError, StoreUnavailableError} from './errors'
import {createLastGood} from './lastGood'
import {parseContent} from './parseContent'
import {distDir} from './serverEnv'
import {tagPage} from './tagPage'

/** After how many seconds a page that could not be made from fresh content is tried again. */
const RETRY_AFTER = 5

export interface ContentQuery<Schema extends z.ZodType> {
  /** As in the code, for logs and errors. */
  name: string
  query: string
  schema: Schema
  /** What the page depends on beside the documents in the result: slugs, lists, referrers. */
  tags: (params: Params, value: z.output<Schema> | null) => readonly string[]
}

/** Lets the tags of a query be written with its result's type. */
export function contentQuery<Schema extends z.ZodType>(content: ContentQuery<Schema>): ContentQuery<Schema> {
  return content
}

type Params = Readonly<Record<string, string | number>>

const lastGood = createLastGood(path.join(/* turbopackIgnore: true */ process.cwd(), distDir(), 'cache', 'last-good'))

/**
 * The parsed result of a query, and the tags by which the page that reads it is found again when something is published.
 *
 * One read a request, however many parts of the page ask. Readers get published content; when the store fails or answers
 * nonsense, what it answered last. Editors who preview get drafts, which enter no cache.
 *
 * @throws {ContentUnavailableError} when there is neither fresh nor kept content.
 */
export async function readContent<Schema extends z.ZodType>(
  content: ContentQuery<Schema>,
  params: Params = {},
): Promise<z.output<Schema>> {
  if (await isPreviewing()) return readDraft(content, params)
  const raw = await readPublished(content, JSON.stringify(params))
  return parseContent(content.name, content.schema, raw).value
}

const readPublished = cache(async (content: ContentQuery<z.ZodType>, paramsJson: string): Promise<unknown> => {
  const params: Params = JSON.parse(paramsJson)
  const storageKey = `${content.query}\n${paramsJson}`
  // One millisecond early, because what expires in the very millisecond of the read must count as later.
  const readAt = readAtTag(Date.now() - 1)
  const tag = (raw: unknown, value: unknown, revalidateAfter: number | false) => {
    const tags = [readAt, ...content.tags(params, value), ...documentsRead(raw).map(documentTag)]
    return tagPage({key: `${content.name} ${paramsJson}`, tags: [...new Set(tags)], revalidateAfter})
  }

  try {
    const raw = await ask(content, params)
    const {value, leftOut} = parseContent(content.name, content.schema, raw)
    if (leftOut.length > 0) console.warn(`${content.name} ${paramsJson}: left out ${leftOut.join(', ')}`)
    await lastGood.save(storageKey, raw).catch((error: unknown) => console.error('The content was not kept:', error))
    await tag(raw, value, false)
    return raw
  } catch (error) {
    if (!(error instanceof ContentUnavailableError)) throw error
    console.error(`${error.message}${paramsJson === '{}' ? '' : ` ${paramsJson}`}`)
    const kept = await lastGood.load(storageKey)
    const value = kept === undefined ? null : parseKept(content, kept)
    await tag(kept, value, RETRY_AFTER)
    if (value === null) throw error
    return kept
  }
})

/** `null` when what was kept is from a time when pages were made of something else. */
function parseKept({name, schema}: ContentQuery<z.ZodType>, kept: unknown): unknown {
  try {
    return parseContent(name, schema, kept).value
  } catch (error) {
    console.error('What was kept is of another shape:', error)
    return null
  }
}

async function ask({name, query}: ContentQuery<z.ZodType>, params: Params): Promise<unknown> {
  try {
    return await publishedClient().fetch<unknown>(query, params)
  } catch (cause) {
    throw new StoreUnavailableError(name, cause)
  }
}

async function readDraft<Schema extends z.ZodType>(
  {name, query, schema}: ContentQuery<Schema>,
  params: Params,
): Promise<z.output<Schema>> {
  const client = draftClient()
  if (!client) throw new ContentUnavailableError(`${name}: drafts cannot be read without SANITY_API_READ_TOKEN`)
  try {
    const raw = await client.withConfig({perspective: await previewPerspective()}).fetch<unknown>(query, params)
    return parseContent(name, schema, raw).value
  } catch (cause) {
    if (cause instanceof ContentUnavailableError) throw cause
    throw new StoreUnavailableError(name, cause)
  }
}
