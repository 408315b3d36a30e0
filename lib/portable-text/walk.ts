export interface PortableNode {
  readonly _type: string
}

/** Fields that hold further nodes; no node has two of them. */
const NESTED_FIELDS = ['children', 'text', 'caption']

/**
 * Every block, span and inline object in reading order: a block, then its children;
 * a figure, then its caption; a footnote where its mark stands, then its text.
 * Whatever is not a node, or not an array of nodes, is passed over.
 */
export function* walk(nodes: unknown): Generator<PortableNode> {
  if (!Array.isArray(nodes)) return
  for (const node of nodes) {
    if (!isNode(node)) continue
    yield node
    for (const name of NESTED_FIELDS) yield* walk(field(node, name))
  }
}

export function isNode(value: unknown): value is PortableNode {
  return typeof value === 'object' && value !== null && '_type' in value && typeof value._type === 'string'
}

/** The value of a field that the node's type may not have. */
export function field(node: object, name: string): unknown {
  return Object.entries(node).find(([key]) => key === name)?.[1]
}

/** A string field, or `''`. */
export function text(node: object, name: string): string {
  const value = field(node, name)
  return typeof value === 'string' ? value : ''
}
