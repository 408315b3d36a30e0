import {currentRequest} from './requests.ts'

/** From the gravest to the most talkative. */
export const levels = ['error', 'warn', 'info', 'debug'] as const
export type Level = (typeof levels)[number]

type Fields = Record<string, unknown>

/** Writes one line for each event. `event` names its kind; a `message` in the fields is a sentence for a person. */
export type Log = Record<Level, (event: string, fields?: Fields) => void>

interface LogOptions {
  /** The least grave of what is written. */
  level: Level
  write: (line: string) => void
  now?: () => number
}

const MAX_TEXT = 2000
const STACK_LINES = 12
const SECRET = /passw|secret|token|authorization|cookie|e-?mail/i
const ADDRESS = /[^\s@"'<>()]{1,64}@[^\s@"'<>()]{1,190}/g
const BEARER = /\bBearer\s+\S+/gi

/**
 * A log of JSON lines: `time`, `level`, `event`, the fields, and `requestId` while a request is answered.
 *
 * Fields whose name speaks of a secret are left out, and so are bearer tokens and e-mail addresses within texts. That is
 * the net under the rope walker: what is secret is not to be logged in the first place.
 */
export function createLog({level, write, now = Date.now}: LogOptions): Log {
  const writer = (name: Level) => {
    if (levels.indexOf(name) > levels.indexOf(level)) return () => undefined
    return (event: string, fields: Fields = {}) => {
      const request = currentRequest()
      const about = {time: new Date(now()).toISOString(), level: name, event, ...(request && {requestId: request.id})}
      write(JSON.stringify({...about, ...cleaned(fields)}))
    }
  }
  return {error: writer('error'), warn: writer('warn'), info: writer('info'), debug: writer('debug')}
}

function cleaned(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !SECRET.test(name))
      .map(([name, value]) => [name, plain(value)]),
  )
}

function plain(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Error) return errorOf(value, depth)
  if (typeof value !== 'object' || value === null) return value
  if (depth > 3) return '…'
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => plain(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !SECRET.test(name))
      .map(([name, item]) => [name, plain(item, depth + 1)]),
  )
}

function errorOf(error: Error, depth: number): Fields {
  const {name, message, stack = '', cause} = error
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name,
    message: text(message),
    ...('code' in error ? {code: error.code} : {}),
    ...('errcode' in error ? {errcode: error.errcode} : {}),
    stack: frames.slice(0, STACK_LINES).map((line) => line.trim().slice(3)),
    ...(cause === undefined || depth > 3 ? {} : {cause: plain(cause, depth + 1)}),
  }
}

function text(value: string): string {
  const short = value.slice(0, MAX_TEXT * 2).replace(BEARER, 'Bearer …')
  const clean = short.includes('@') ? short.replace(ADDRESS, '…@…') : short
  return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT)}…` : clean
}
