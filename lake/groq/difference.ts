import {hostCall} from './lookUp.ts'
import type {GroqNode} from './tree.ts'

/**
 * `diff::changedAny(before, after, selector)` and `diff::changedOnly` as a call of the host, since groq-js evaluates them in
 * promises only. Any other node comes back as it is.
 *
 * @see https://www.sanity.io/docs/specifications/groq-functions
 */
export function rewriteDifference(node: GroqNode): GroqNode {
  const {type, namespace, name, args} = node
  if (type !== 'FuncCall' || namespace !== 'diff' || !Array.isArray(args)) return node
  const [before, after, selector] = args
  return hostCall('changed', {type: 'Value', value: JSON.stringify({name, selector})}, [before, after])
}
