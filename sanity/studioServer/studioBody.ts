import 'server-only'
import {z} from 'zod'

import {boundedText} from '@/lib/webhook/boundedText'

import {studioRefusal} from './studioPass'

const MAX_BYTES = 256 * 1024
const MAX_SENTENCES = 2_000

export type StudioBody<T> = {ok: true; body: T} | {ok: false; refusal: Response}

/** The body of a request from the Studio, at most 256 KB of JSON of the given shape; otherwise the 400 or 413 to answer. */
export async function readStudioBody<T>(request: Request, schema: z.ZodType<T>): Promise<StudioBody<T>> {
  const text = await boundedText(request, {maxBytes: MAX_BYTES})
  if (text === null) return refused(413, 'This is more than 256 KB. Send less at a time.')
  const json = parseJson(text)
  if (json === undefined) return refused(400, 'This is not JSON.')
  const parsed = schema.safeParse(json)
  return parsed.success
    ? {ok: true, body: parsed.data}
    : refused(400, z.prettifyError(parsed.error).slice(0, MAX_SENTENCES))
}

function refused(status: number, message: string): {ok: false; refusal: Response} {
  return {ok: false, refusal: studioRefusal(status, message)}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
