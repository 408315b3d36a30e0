import {readField, readText} from '@/sanity/schema/readField'

/** What the lake says about one stream: its response has begun, some of its bytes as text, or its end. */
export type StreamFrame =
  | {kind: 'response'; id: string; status: number; headers: Headers}
  | {kind: 'data'; id: string; data: string}
  | {kind: 'end'; id: string; error?: string}

/** The frame that a message of the stream socket holds, or null when it holds none that we know. */
export function parseStreamFrame(message: unknown): StreamFrame | null {
  const value = decode(message)
  const id = readText(value, 'id')
  if (id === undefined) return null
  const data = readText(value, 'data')
  if (data !== undefined) return {kind: 'data', id, data}
  if (readField(value, 'end') === true) return {kind: 'end', id, error: readText(value, 'error')}
  const status = readField(value, 'status')
  if (typeof status !== 'number') return null
  return {kind: 'response', id, status, headers: toHeaders(readField(value, 'headers'))}
}

function decode(message: unknown): unknown {
  if (typeof message !== 'string') return null
  try {
    return JSON.parse(message)
  } catch {
    return null
  }
}

function toHeaders(value: unknown): Headers {
  const headers = new Headers()
  if (typeof value !== 'object' || value === null) return headers
  for (const [name, content] of Object.entries(value)) {
    if (typeof content === 'string') headers.set(name, content)
  }
  return headers
}
