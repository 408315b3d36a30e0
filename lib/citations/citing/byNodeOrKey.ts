import {field} from '@/lib/portable-text/walk'

/**
 * Looks values up by the node itself, or for a copy of a node by its key.
 *
 * Keys are unique within one array only, so a copy is not found when two nodes have its key.
 */
export function byNodeOrKey<Value>(values: ReadonlyMap<object, Value>): (node: object) => Value | undefined {
  const byKey = new Map<unknown, Value | undefined>()
  for (const [node, value] of values) {
    const key = field(node, '_key')
    byKey.set(key, byKey.has(key) ? undefined : value)
  }
  return (node) => values.get(node) ?? byKey.get(field(node, '_key'))
}
