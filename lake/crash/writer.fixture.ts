import {createHash, randomBytes} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'

import type {Random} from './random.fixture.ts'

/** What one writer has stored: its documents by id, without what the lake adds to them. */
export type Model = Readonly<Record<string, Readonly<Record<string, unknown>>>>

export interface Step {
  /** The writer's documents when the lake has acknowledged the step. */
  after: Model
  send(client: SanityClient): Promise<unknown>
}

const PAIRS = 6
const ASSETS = 4

export function emptyModel(name: string): Model {
  return {[`${name}-count`]: {_type: 'counter', writes: 0}}
}

/** The next thing that a writer does: a transaction, an action, an upload. Everything of its own has its name in its id. */
export async function nextStep(name: string, model: Model, random: Random): Promise<Step> {
  const kind = random.below(10)
  if (kind < 4) return transaction(name, model, random)
  if (kind < 5) return largeDocument(name, model, random)
  if (kind < 8) return action(name, model)
  return random.once(3) ? image(name, model) : file(name, model, random)
}

/** Two documents come, the two oldest go, and two counters count: its own, and the one that all writers share. */
function transaction(name: string, model: Model, random: Random): Step {
  const count = countOf(name, model) + 1
  const pair = [`${name}-left-${count}`, `${name}-right-${count}`]
  const body = randomBytes(random.below(2000)).toString('base64')
  const old = idsOf(model, `${name}-left-`)[PAIRS - 1]
  const gone = old ? [old, old.replace('-left-', '-right-')] : []
  const left = {_type: 'half', count, body}
  const right = {...left, other: {_type: 'reference', _ref: `${name}-left-${count}`}}
  return {
    after: {
      ...without(model, gone),
      [`${name}-left-${count}`]: left,
      [`${name}-right-${count}`]: right,
      [`${name}-count`]: {_type: 'counter', writes: count},
    },
    send: (client) => {
      const create = client
        .transaction()
        .create({_id: pair[0] ?? '', ...left})
        .create({_id: pair[1] ?? '', ...right})
      return gone
        .toReversed()
        .reduce((all, id) => all.delete(id), create)
        .patch(`${name}-count`, (patch) => patch.inc({writes: 1}))
        .patch('shared-count', (patch) => patch.inc({writes: 1}))
        .commit({visibility: 'async'})
    },
  }
}

/** Of a size that makes the log full every few writes, so that checkpoints come. */
function largeDocument(name: string, model: Model, random: Random): Step {
  const document = {_type: 'large', body: randomBytes(100 + random.below(200_000)).toString('base64')}
  return {
    after: {...model, [`${name}-large`]: document},
    send: (client) => client.createOrReplace({_id: `${name}-large`, ...document}),
  }
}

/** Through the life of a document: draft, published, published with a draft, deleted. */
function action(name: string, model: Model): Step {
  const [publishedId, draftId] = [`${name}-story`, `drafts.${name}-story`]
  const {[publishedId]: published, [draftId]: draft} = model
  const rest = without(model, [publishedId, draftId])
  if (draft)
    return {
      after: {...rest, [publishedId]: draft},
      send: (client) => client.action({actionType: 'sanity.action.document.publish', publishedId, draftId}),
    }
  if (!published) {
    const attributes = {_type: 'story', title: `Draft ${Object.keys(model).length}`}
    return {
      after: {...model, [draftId]: attributes},
      send: (client) =>
        client.action({
          actionType: 'sanity.action.document.create',
          publishedId,
          attributes: {_id: draftId, ...attributes},
          ifExists: 'fail',
        }),
    }
  }
  if (published.title === 'Edited')
    return {
      after: rest,
      send: (client) =>
        client.action({actionType: 'sanity.action.document.delete', publishedId, includeDrafts: [draftId]}),
    }
  return {
    after: {...model, [draftId]: {_type: 'story', title: 'Edited'}},
    send: (client) =>
      client.action({
        actionType: 'sanity.action.document.edit',
        publishedId,
        draftId,
        patch: {set: {title: 'Edited'}},
      }),
  }
}

function file(name: string, model: Model, random: Random): Step {
  const bytes = randomBytes(1 + random.below(60_000))
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  return upload(name, model, {type: 'file', bytes, id: `file-${sha1}-bin`, sha1})
}

async function image(name: string, model: Model): Promise<Step> {
  const raw = {width: 8, height: 8, channels: 3} as const
  const bytes = await sharp(randomBytes(192), {raw}).png().toBuffer()
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  return upload(name, model, {type: 'image', bytes, id: `image-${sha1}-8x8-png`, sha1})
}

interface Uploaded {
  type: 'file' | 'image'
  bytes: Buffer
  id: string
  sha1: string
}

/** Beyond a few assets, the oldest is deleted instead. */
function upload(name: string, model: Model, {type, bytes, id, sha1}: Uploaded): Step {
  const [oldest, ...others] = Object.keys(model).filter((key) => /^(image|file)-/.test(key))
  if (oldest && others.length >= ASSETS - 1)
    return {after: without(model, [oldest]), send: (client) => client.delete(oldest)}
  const filename = `${name}-.${type === 'file' ? 'bin' : 'png'}`
  const asset = {
    _type: `sanity.${type}Asset`,
    sha1hash: sha1,
    size: bytes.length,
    originalFilename: filename,
  }
  return {after: {...model, [id]: asset}, send: (client) => client.assets.upload(type, bytes, {filename})}
}

export function countOf(name: string, model: Model): number {
  return Number(model[`${name}-count`]?.writes ?? 0)
}

function idsOf(model: Model, prefix: string): string[] {
  const numberOf = (id: string) => Number(id.slice(prefix.length))
  return Object.keys(model)
    .filter((id) => id.startsWith(prefix))
    .toSorted((a, b) => numberOf(b) - numberOf(a))
}

function without(model: Model, ids: readonly string[]): Model {
  return Object.fromEntries(Object.entries(model).filter(([id]) => !ids.includes(id)))
}
