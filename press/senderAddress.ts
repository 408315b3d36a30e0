import type {IncomingMessage} from 'node:http'

/**
 * Adds the address that a request comes from to its `X-Forwarded-For`, as a proxy does: entries before it are the
 * sender's own words. The lake counts sign-ins and streams by it.
 */
export function nameSender({headers, socket}: Pick<IncomingMessage, 'headers' | 'socket'>): void {
  headers['x-forwarded-for'] = [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ')
}
