import {boundedText} from './boundedText'
import type {Deliveries} from './deliveries'
import {webhookPayload, type WebhookPayload} from './payload'
import {SIGNATURE_HEADER, signedAt} from './signature'

const MAX_BYTES = 1_048_576
const REPLAY_WINDOW_MS = 5 * 60_000

interface Context {
  secret: string
  deliveries: Deliveries
  /** Unix milliseconds. */
  now: number
}

/** A repeated delivery is a success without effect: any other answer would have it repeated again. */
type RefusalStatus = 200 | 400 | 401 | 413

type Received =
  {ok: true; payload: WebhookPayload; deliveryKeys: string[]} | {ok: false; status: RefusalStatus; message: string}

/**
 * The payload of a webhook delivery that is genuine, recent and new. Anything else gets a status and a plain sentence,
 * which says nothing that the sender did not know.
 * The caller adds the `deliveryKeys` to the deliveries once the payload has taken effect, so that a failed one can be sent again.
 */
export async function receive(request: Request, {secret, deliveries, now}: Context): Promise<Received> {
  const signature = request.headers.get(SIGNATURE_HEADER)
  if (!signature) return refuse(401, 'The signature is missing.')

  const body = await boundedText(request, {maxBytes: MAX_BYTES})
  if (body === null) return refuse(413, 'The body is larger than 1 MB.')

  const at = signedAt({body, signature, secret})
  if (at === null) return refuse(401, 'The signature is not valid.')
  if (Math.abs(now - at) > REPLAY_WINDOW_MS)
    return refuse(401, 'The signature is older than five minutes, or the clocks differ.')

  // The key names a delivery over all its attempts, but is not signed: whoever replays one can change it.
  const deliveryKeys = [signature, request.headers.get('idempotency-key')].filter((key) => key !== null)
  if (deliveryKeys.some(deliveries.has)) return refuse(200, 'This delivery has been received already.')

  const payload = webhookPayload.safeParse(parseJson(body))
  if (!payload.success) return refuse(400, 'The body is not what the projection in the README sends.')
  return {ok: true, payload: payload.data, deliveryKeys}
}

function refuse(status: RefusalStatus, message: string): Received {
  return {ok: false, status, message}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
