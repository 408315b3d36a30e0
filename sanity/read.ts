import 'server-only'
import path from 'node:path'

import {cache} from 'react'
import type {z} from 'zod'

import {draftClient, publishedClient} from './client'
import {isPreviewing, previewPerspective} from './draft'
import {ContentUnavailableError, StoreUnavailableError} from './errors'
import {freshOrKept, type ContentQuery, type Params} from './freshOrKept'
import {createLastGood} from './lastGood'
import {parseContent} from './parseContent'
import {distDir} from './serverEnv'
import {tagPage} from './tagPage'

/** Lets the tags of a query be written with its result's type. */
export function contentQuery<Schema extends z.ZodType>(content: ContentQuery<Schema>): ContentQuery<Schema> {
  return content
}

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
  return readPublishedContent(content, params)
}

/** The same without drafts, whoever asks. */
export async function readPublishedContent<Schema extends z.ZodType>(
  content: ContentQuery<Schema>,
  params: Params = {},
): Promise<z.output<Schema>> {
  const raw = await readPublished(content, JSON.stringify(params))
  return parseContent(content.name, content.schema, raw).value
}

/** Params are JSON, because React tells arguments apart by identity. */
const readPublished = cache((content: ContentQuery<z.ZodType>, paramsJson: string): Promise<unknown> => {
  const params: Params = JSON.parse(paramsJson)
  const ask = (query: string) => fetchFrom(publishedClient(), {name: content.name, query, params})
  return freshOrKept(content, params, {ask, lastGood, tagPage, now: Date.now()})
})

async function readDraft<Schema extends z.ZodType>(
  {name, query, schema}: ContentQuery<Schema>,
  params: Params,
): Promise<z.output<Schema>> {
  const client = draftClient()?.withConfig({perspective: await previewPerspective()})
  if (!client) throw new ContentUnavailableError(`${name}: drafts cannot be read without SANITY_API_READ_TOKEN`)
  return parseContent(name, schema, await fetchFrom(client, {name, query, params})).value
}

type Client = ReturnType<typeof publishedClient>

async function fetchFrom(client: Client, {name, query, params}: {name: string; query: string; params: Params}) {
  try {
    return await client.fetch<unknown>(query, params)
  } catch (cause) {
    throw new StoreUnavailableError(name, cause)
  }
}
