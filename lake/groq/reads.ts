import type {View} from '../documents/view.ts'

import {visitTree, type GroqNode} from './tree.ts'

/** In the place of keys, when the result may depend on any document. */
export const EVERYTHING = '*'

/**
 * The view, noting what is asked of it: `id:`, `slug:`, `type:` and `refs:` with what follows, or `*`. A result can
 * change only with documents that have one of these keys before or after the change.
 */
export function recordReads(view: View, tree: GroqNode): {view: View; reads: ReadonlySet<string>} {
  const reads = new Set<string>()
  const noting =
    <K extends string, R>(kind: string, read: (key: K) => R) =>
    (key: K): R => {
      reads.add(`${kind}:${key}`)
      return read(key)
    }
  visitTree(tree, ({type}) => {
    if (type === 'Everything') reads.add(EVERYTHING)
  })
  // Every method by its name: one that is passed on unnoted would make readers keep what is out of date.
  const recording: View = {
    all: view.all,
    byId: noting('id', view.byId),
    byIdPrefix(prefix) {
      reads.add(EVERYTHING)
      return view.byIdPrefix(prefix)
    },
    byType: noting('type', view.byType),
    bySlug: noting('slug', view.bySlug),
    referrers: noting('refs', view.referrers),
    ordered(order, types) {
      for (const type of types ?? []) reads.add(`type:${type}`)
      if (!types) reads.add(EVERYTHING)
      return view.ordered(order, types)
    },
    count: view.count,
    update: view.update,
  }
  return {view: recording, reads}
}
