import {isNode, type GroqNode} from './tree.ts'
import {termsOf} from './words.ts'
import {textOfThis} from './lookUp.ts'

/**
 * `left match text::query(terms)` as a plain `match`: every word, a `word*` by its beginning, a `"quoted phrase"` by its
 * words, a `-word` not at all, and `*`, which the Studio sends for an empty search, whatever there is. `@` on the left
 * stands for all text of the document. Any other node comes back as it is.
 *
 * @see https://www.sanity.io/docs/specifications/groq-functions#text_query
 */
export function rewriteTextQuery(node: GroqNode): GroqNode {
  const {type, op, left, right} = node
  if (type !== 'OpCall' || op !== 'match' || !isNode(left) || !isNode(right) || !isTextQuery(right)) return node
  const [argument] = Array.isArray(right.args) ? right.args : []
  const terms = constantString(argument)
  if (terms === null) return {type: 'OpCall', op: 'match', left: searchable(left, ['*']), right: argument}
  const {wanted, unwanted, isAnything} = splitTerms(terms)
  const matches = (pattern: string): GroqNode => ({
    type: 'OpCall',
    op: 'match',
    left: searchable(left, termsOf(pattern)),
    right: {type: 'Value', value: pattern},
  })
  return unwanted.reduce<GroqNode>(
    (rest, term) => ({type: 'And', left: rest, right: {type: 'Not', base: matches(term)}}),
    wanted.length > 0 ? matches(wanted.join(' ')) : {type: 'Value', value: isAnything || unwanted.length > 0},
  )
}

function isTextQuery({type, namespace, name}: GroqNode): boolean {
  return type === 'FuncCall' && namespace === 'text' && name === 'query'
}

/** Of `@` only words that the terms are about, for no others decide. */
function searchable(node: GroqNode, terms: string[]): GroqNode {
  if (node.type === 'This') return textOfThis(terms)
  if (node.type !== 'Array' || !Array.isArray(node.elements)) return node
  const elements = node.elements.map((element) =>
    isNode(element) && isNode(element.value) && element.value.type === 'This'
      ? {...element, isSplat: true, value: searchable(element.value, terms)}
      : element,
  )
  return {...node, elements}
}

function constantString(node: unknown): string | null {
  return isNode(node) && node.type === 'Value' && typeof node.value === 'string' ? node.value : null
}

function splitTerms(terms: string): {wanted: string[]; unwanted: string[]; isAnything: boolean} {
  const tokens = (terms.match(/-?"[^"]*"|[^\s"]+/g) ?? []).map((token) => token.replaceAll('"', ''))
  const isWord = (token: string) => /[^\s-]/.test(token)
  const isAnything = (token: string) => /^\*+$/.test(token)
  return {
    isAnything: tokens.some(isAnything),
    wanted: tokens.filter((token) => !token.startsWith('-') && isWord(token) && !isAnything(token)),
    unwanted: tokens
      .filter((token) => token.startsWith('-'))
      .map((token) => token.slice(1))
      .filter(isWord),
  }
}
