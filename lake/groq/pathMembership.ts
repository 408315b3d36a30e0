import {isNode, type GroqNode} from './tree.ts'

/** `path(id) in path(pattern)` as `id in path(pattern)`, which is what groq-js knows. Any other node comes back as it is. */
export function rewritePath(node: GroqNode): GroqNode {
  const {type, op, left, right} = node
  if (type !== 'OpCall' || op !== 'in' || !isPath(left) || !isPath(right) || !Array.isArray(left.args)) return node
  const [id] = left.args
  return isNode(id) ? {...node, left: id} : node
}

function isPath(value: unknown): value is GroqNode {
  return isNode(value) && value.type === 'FuncCall' && value.namespace === 'global' && value.name === 'path'
}
