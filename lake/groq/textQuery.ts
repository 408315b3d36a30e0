import {isNode, type GroqNode} from './tree.ts'
import {lookUp} from './lookUp.ts'

/**
 * `left match text::query(terms)` as a plain `match`: every word, a `word*` by its beginning, a `"quoted phrase"` by its
 * words, a `-word` not at all. `@` on the left stands for all text of the document. Any other node comes back as it is.
 *
 * @see https://www.sanity.io/docs/specifications/groq-functions#text_query
 */
export function rewriteTextQuery(node: GroqNode): GroqNode {
  const {type, op, left, right} = node
  if (type !== 'OpCall' || op !== 'match' || !isNode(left) || !isNode(right) || !isTextQuery(right)) return node
  const text = searchable(left)
  const [argument] = Array.isArray(right.args) ? right.args : []
  const terms = constantString(argument)
  if (terms === null) return {type: 'OpCall', op: 'match', left: text, right: argument}
  const {wanted, unwanted} = splitTerms(terms)
  const matches = (pattern: string): GroqNode => ({
    type: 'OpCall',
    op: 'match',
    left: text,
    right: {type: 'Value', value: pattern},
  })
  return unwanted.reduce<GroqNode>(
    (rest, term) => ({type: 'And', left: rest, right: {type: 'Not', base: matches(term)}}),
    wanted.length > 0 ? matches(wanted.join(' ')) : {type: 'Value', value: unwanted.length > 0},
  )
}

function isTextQuery({type, namespace, name}: GroqNode): boolean {
  return type === 'FuncCall' && namespace === 'text' && name === 'query'
}

function searchable(node: GroqNode): GroqNode {
  if (node.type === 'This') return lookUp('text', {type: 'AccessAttribute', name: '_id'})
  if (node.type !== 'Array' || !Array.isArray(node.elements)) return node
  const elements = node.elements.map((element) =>
    isNode(element) && isNode(element.value) && element.value.type === 'This'
      ? {...element, isSplat: true, value: searchable(element.value)}
      : element,
  )
  return {...node, elements}
}

function constantString(node: unknown): string | null {
  return isNode(node) && node.type === 'Value' && typeof node.value === 'string' ? node.value : null
}

function splitTerms(terms: string): {wanted: string[]; unwanted: string[]} {
  const tokens = (terms.match(/-?"[^"]*"|[^\s"]+/g) ?? []).map((token) => token.replaceAll('"', ''))
  const isWord = (token: string) => /[^\s-]/.test(token)
  return {
    wanted: tokens.filter((token) => !token.startsWith('-') && isWord(token)),
    unwanted: tokens
      .filter((token) => token.startsWith('-'))
      .map((token) => token.slice(1))
      .filter(isWord),
  }
}
