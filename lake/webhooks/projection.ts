import {evaluate, parse} from 'groq-js'

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
    "refs": array::unique(array::compact([...coalesce(authors[].author._ref, []), ...coalesce(topics[]._ref, []), series._ref]))
  },
  "after": after() {
    "slug": slug.current,
    publishedAt,
    "refs": array::unique(array::compact([...coalesce(authors[].author._ref, []), ...coalesce(topics[]._ref, []), series._ref]))
  }
}`

export interface Change {
  before: LakeDocument | null
  after: LakeDocument | null
}

/**
 * A function from a change to the body that announces it.
 *
 * @throws when the text is not GROQ.
 */
export function createProjection(groq: string): (change: Change) => Promise<string> {
  const tree = parse(groq, {mode: 'delta'})
  return async ({before, after}) => {
    const value = await evaluate(tree, {before, after, root: after ?? before})
    return JSON.stringify(await value.get())
  }
}
