import {randomBytes} from 'node:crypto'
import {ClientError, ServerError} from '@sanity/client'
import {z} from 'zod'

import {clientOf} from './clientOf.ts'
import type {Command} from './command.ts'
import {CommandError} from './commandError.ts'
import {needContent, withLake} from './reach.ts'

const hook = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  dataset: z.string(),
  rule: z.object({on: z.array(z.string()), filter: z.string().nullable()}),
  isDisabledByUser: z.boolean(),
})
const attempt = z.object({
  createdAt: z.string(),
  messageId: z.string(),
  duration: z.number(),
  failureReason: z.string().nullable(),
  resultCode: z.number().nullable(),
  resultBody: z.string().nullable(),
})
const message = z.object({id: z.string(), documentId: z.string(), status: z.string()})
const retried = z.object({queued: z.number()})

type Ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => Promise<unknown>
type Given = Parameters<Command['run']>[0]

const ACTIONS: Record<string, (ask: Ask, given: Given) => Promise<string[]>> = {
  list: async (ask) => table(z.array(hook).parse(await ask('GET', ''))),
  add,
  remove: async (ask, {words}) => {
    await ask('DELETE', `/${idOf(words)}`)
    return [`Removed ${idOf(words)}. What was not delivered yet is forgotten.`]
  },
  enable: (ask, {words}) => toggle(ask, idOf(words), false),
  disable: (ask, {words}) => toggle(ask, idOf(words), true),
  log,
  retry: async (ask, {words}) => {
    const {queued} = retried.parse(await ask('POST', `/${idOf(words)}/retry`))
    return [queued === 0 ? 'Nothing that has failed is kept.' : `${queued} messages are sent again.`]
  },
}

const NAMES = Object.keys(ACTIONS).join(', ')

export const webhooksCommand: Command = {
  usage: '[list | add URL | remove ID | enable ID | disable ID | log ID | retry ID]',
  does: `tells other programs of changes; add takes --name NAME --filter GROQ --projection GROQ --on create,update,delete
      --dataset NAME --method POST --signed --drafts --versions`,
  options: {
    name: {type: 'string'},
    filter: {type: 'string'},
    projection: {type: 'string'},
    on: {type: 'string'},
    dataset: {type: 'string'},
    method: {type: 'string'},
    signed: {type: 'boolean'},
    drafts: {type: 'boolean'},
    versions: {type: 'boolean'},
  },
  maxWords: 2,
  async run(given, context) {
    const {projectId, dataset} = context.settings
    const name = given.words[0] ?? 'list'
    const act = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!act) throw new CommandError(`"${name}" is not one of ${NAMES}: npm run lake -- webhooks`)
    needContent(context)
    await withLake(context, async (lake) => {
      const client = clientOf({...lake, projectId, dataset})
      const ask: Ask = (method, path, body) =>
        client.request<unknown>({method, url: `/hooks/projects/${projectId}${path}`, body}).catch((cause: unknown) => {
          if (!(cause instanceof ClientError || cause instanceof ServerError)) throw cause
          throw new CommandError(cause.message, {cause})
        })
      for (const line of await act(ask, given)) context.say(line)
    })
  },
}

async function add(ask: Ask, {words, options}: Given): Promise<string[]> {
  const url = words[1]
  if (!url) throw new CommandError('Where to? npm run lake -- webhooks add URL')
  const secret = options.signed ? randomBytes(32).toString('base64url') : undefined
  const {id, name} = hook.parse(
    await ask('POST', '', {
      name: options.name ?? (URL.canParse(url) ? new URL(url).host : url),
      url,
      dataset: options.dataset,
      httpMethod: options.method,
      rule: {
        on: typeof options.on === 'string' ? options.on.split(',') : ['create', 'update', 'delete'],
        filter: options.filter,
        projection: options.projection,
      },
      includeDrafts: options.drafts,
      includeAllVersions: options.versions,
      secret,
    }),
  )
  return [
    `Added ${name} (${id}).`,
    ...(secret ? [`Secret: ${secret}`, 'It is shown this once: give it to the receiver.'] : []),
  ]
}

async function toggle(ask: Ask, id: string, isDisabledByUser: boolean): Promise<string[]> {
  const {name} = hook.parse(await ask('PATCH', `/${id}`, {isDisabledByUser}))
  return [isDisabledByUser ? `${name} is off: what happens now is not announced to it.` : `${name} is on.`]
}

async function log(ask: Ask, {words}: Given): Promise<string[]> {
  const id = idOf(words)
  const messages = new Map(
    z
      .array(message)
      .parse(await ask('GET', `/${id}/messages?limit=500`))
      .map((one) => [one.id, one]),
  )
  const attempts = z.array(attempt).parse(await ask('GET', `/${id}/attempts?limit=50`))
  if (attempts.length === 0) return ['Nothing has been sent yet.']
  return attempts.toReversed().map(({createdAt, messageId, duration, failureReason, resultCode, resultBody}) => {
    const about = messages.get(messageId)
    const outcome = resultCode === null ? failureReason : `status ${resultCode}`
    const text = failureReason === null ? '' : `  ${(resultBody ?? '').replace(/\s+/g, ' ').slice(0, 100)}`
    return `${createdAt}  ${about?.documentId ?? '–'}  ${outcome}  ${duration} ms  (${about?.status ?? 'gone'})${text}`
  })
}

function idOf(words: string[]): string {
  const [, id] = words
  if (!id)
    throw new CommandError(`Which one? npm run lake -- webhooks ${words[0]} ID; npm run lake -- webhooks lists them`)
  return encodeURIComponent(id)
}

function table(hooks: z.output<typeof hook>[]): string[] {
  if (hooks.length === 0) return ['There are no webhooks.']
  return hooks.map(({id, name, url, dataset, rule, isDisabledByUser}) => {
    const rest = [`${rule.on.join(', ')} in ${dataset}`, ...(rule.filter ? [rule.filter] : [])].join(': ')
    return `${id}  ${isDisabledByUser ? 'off' : 'on '}  ${name}  ${url}  ${rest}`
  })
}
