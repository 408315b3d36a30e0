import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {ClientError, type SanityClient} from '@sanity/client'
import {z} from 'zod'

import {STUDIO_PASS_HEADER, STUDIO_SECRET_SOURCE} from '@/lib/preview/studioPassNames'

import {createUuid} from './createUuid'

/** Renewed this long before it expires, so that no request goes out with a pass that ends on the way. */
const MARGIN_MS = 60_000

const issued = z.object({pass: z.string(), expiresAt: z.number()})
const refusal = z.object({message: z.string()})

/** The server did not do what the Studio asked; the message is a sentence for editors. */
export class ServerRequestError extends Error {
  override readonly name = 'ServerRequestError'
}

interface Surroundings {
  fetch: typeof globalThis.fetch
  /** Unix milliseconds. */
  now: () => number
}

export type ServerRequest = (
  client: SanityClient,
  path: string,
  body: unknown,
  signal?: AbortSignal,
) => Promise<unknown>

/**
 * Posts JSON to a route of the site that is for signed-in editors, and resolves with its JSON.
 *
 * The pass that the routes want is fetched when it is first needed and kept until shortly before it expires; one that is
 * refused is renewed once.
 *
 * @throws {ServerRequestError}
 */
export const serverRequest: ServerRequest = createServerRequest({
  fetch: (input, init) => globalThis.fetch(input, init),
  now: () => Date.now(),
})

/** As `serverRequest`, with passes of its own. */
export function createServerRequest({fetch, now}: Surroundings): ServerRequest {
  let current: Promise<z.infer<typeof issued>> | null = null

  return async (client, path, body, signal) => {
    const pass = await currentPass(client)
    const first = await send(pass, path, body, signal)
    if (first.status !== 401) return answerOf(first)
    return answerOf(await send(await currentPass(client, {refused: pass}), path, body, signal))
  }

  async function currentPass(client: SanityClient, {refused}: {refused?: string} = {}): Promise<string> {
    const waited = current
    const kept = await waited?.catch(() => null)
    if (kept && kept.pass !== refused && kept.expiresAt - MARGIN_MS > now()) return kept.pass
    if (current === waited) current = askForPass(client)
    return (await (current ?? askForPass(client))).pass
  }

  async function askForPass(client: SanityClient) {
    const id = createUuid()
    const {secret} = await createSecret(client, id)
    try {
      return issued.parse(await answerOf(await send(null, '/api/studio/pass', {secret})))
    } finally {
      // What stays behind is no good after an hour, and the next secret sweeps it up.
      await client.delete(`drafts.${id}`).catch(() => null)
    }
  }

  function send(pass: string | null, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
    const headers = {'content-type': 'application/json', ...(pass ? {[STUDIO_PASS_HEADER]: pass} : {})}
    return fetch(path, {method: 'POST', headers, body: JSON.stringify(body), signal}).catch((cause: unknown) => {
      if (signal?.aborted) throw cause
      throw new ServerRequestError('The site did not answer. Check the connection and try again.', {cause})
    })
  }
}

async function createSecret(client: SanityClient, id: string): Promise<{secret: string}> {
  try {
    return await createPreviewSecret(client, STUDIO_SECRET_SOURCE, '/studio', undefined, id)
  } catch (cause) {
    const isForbidden = cause instanceof ClientError && (cause.statusCode === 401 || cause.statusCode === 403)
    const sentence = isForbidden
      ? 'This is for people who may write. Your account may only read; ask an administrator to change its role.'
      : 'The content store did not answer. Nothing is lost; try again.'
    throw new ServerRequestError(sentence, {cause})
  }
}

async function answerOf(response: Response): Promise<unknown> {
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer
  const said = refusal.safeParse(answer)
  throw new ServerRequestError(
    said.success ? said.data.message : `The site answered with an error (${response.status}). Try again in a moment.`,
  )
}
