import {evaluate, parse} from 'groq-js'

import {leastRecent} from '../leastRecent.ts'
import type {LakeDocument} from '../store/store.ts'

/**
 * What the site is told of a change: enough to know every page it touches, and nothing that is not public.
 * A webhook of the hosted lake takes the same text as its projection.
 */
export const DEFAULT_PROJECTION = `{
  _id,
  _type,
  "operation": delta::operation(),
  "before": before() {
    "slug": slug.current,
    publishedAt,
    "refs": array::unique(array::compact([...coalesce(authors[].author._ref, []), ...coalesce(topics[]._ref, []), series._ref])),
    "cites": array::unique(array::compact([
      ...coalesce(leadImage.caption[].children[].items[].reference._ref, []),
      ...coalesce(body[].children[].items[].reference._ref, []),
      ...coalesce(body[].children[].text[].children[].items[].reference._ref, []),
      ...coalesce(body[].caption[].children[].items[].reference._ref, []),
      ...coalesce(furtherReading[]._ref, [])
    ]))
  },
  "after": after() {
    "slug": slug.current,
    publishedAt,
    "refs": array::unique(array::compact([...coalesce(authors[].author._ref, []), ...coalesce(topics[]._ref, []), series._ref])),
    "cites": array::unique(array::compact([
      ...coalesce(leadImage.caption[].children[].items[].reference._ref, []),
      ...coalesce(body[].children[].items[].reference._ref, []),
      ...coalesce(body[].children[].text[].children[].items[].reference._ref, []),
      ...coalesce(body[].caption[].children[].items[].reference._ref, []),
      ...coalesce(furtherReading[]._ref, [])
    ]))
  }
}`

export interface Change {
  before: LakeDocument | null
  after: LakeDocument | null
}

export interface Rule {
  /** GROQ in delta mode. Null: every change. */
  filter: string | null
  /** GROQ in delta mode. Null: the whole document after the change, or before its deletion. */
  projection: string | null
}

/** A change, and what GROQ may ask about it beyond the document. */
export interface Occasion extends Change {
  projectId: string
  dataset: string
  /** The id of who changed the document: `identity()`. */
  identity: string
  /** ISO 8601, UTC: `now()`. */
  timestamp: string
}

/** The document that a reference points at, as it is now, or null. */
export type Dereference = (id: string) => LakeDocument | null | Promise<LakeDocument | null>

const MAX_PAYLOAD_LENGTH = 8 * 1024 * 1024

/**
 * The JSON that announces the change, or null when the filter is not true of it. Sub-queries find nothing, as in the
 * hosted lake's webhooks.
 *
 * @throws when a text is not GROQ, or uses a function that groq-js lacks.
 */
export async function payloadOf(rule: Rule, occasion: Occasion, dereference: Dereference): Promise<string | null> {
  if (rule.filter !== null && (await value(rule.filter, occasion, dereference)) !== true) return null
  const result =
    rule.projection === null ? (occasion.after ?? occasion.before) : await value(rule.projection, occasion, dereference)
  const payload = JSON.stringify(result ?? null)
  if (payload.length <= MAX_PAYLOAD_LENGTH) return payload
  throw new Error(`The projection's result is longer than ${MAX_PAYLOAD_LENGTH} characters`)
}

/** Throws what groq-js says when a text is not GROQ. */
export function checkRule({filter, projection}: Rule): void {
  for (const [name, text] of Object.entries({filter, projection})) {
    try {
      if (text !== null) parsed(text)
    } catch (cause) {
      throw new Error(`The ${name} is not GROQ: ${cause instanceof Error ? cause.message : String(cause)}`, {cause})
    }
  }
}

async function value(groq: string, occasion: Occasion, dereference: Dereference): Promise<unknown> {
  const {before, after, projectId, dataset, identity, timestamp} = occasion
  const found = await evaluate(parsed(groq), {
    before,
    after,
    root: after ?? before,
    // References are followed through `dereference`, and only where there is a dataset.
    dataset: [],
    dereference: async ({_ref}: {_ref: string}) => dereference(_ref),
    identity,
    timestamp: new Date(timestamp),
    sanity: {projectId, dataset},
  })
  return found.get()
}

const MAX_TREES = 100
const trees = leastRecent<ReturnType<typeof parse>>(MAX_TREES)

function parsed(groq: string): ReturnType<typeof parse> {
  const known = trees.get(groq)
  if (known) return known
  const tree = parse(groq, {mode: 'delta'})
  trees.set(groq, tree)
  return tree
}
