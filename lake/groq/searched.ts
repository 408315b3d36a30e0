import {isNode, type GroqNode} from './tree.ts'
import {termsOf} from './words.ts'

/** Whether all words of the expression are among those that a document is searched by. */
export function isSearched(node: GroqNode): boolean {
  const {type, base, expr, args, elements, name} = node
  const isBaseSearched = base === undefined || (isNode(base) && isSearched(base))
  switch (type) {
    case 'This':
      return true
    case 'OpCall':
      return node.host === 'text'
    case 'AccessAttribute':
      if (base === undefined && (name === '_id' || name === '_type')) return true
      return isBaseSearched && !String(name).startsWith('_')
    case 'Group':
    case 'ArrayCoerce':
    case 'AccessElement':
      return isBaseSearched
    case 'Map':
    case 'FlatMap':
      return isBaseSearched && isNode(expr) && isSearched(expr)
    case 'Array':
      return Array.isArray(elements) && elements.every(({value}) => isNode(value) && isSearched(value))
    case 'FuncCall':
      return node.namespace === 'pt' && Array.isArray(args) && args.every((arg) => isNode(arg) && isSearched(arg))
    default:
      return false
  }
}

/** The terms of a pattern that is known; null of any other. */
export function patternTerms({type, value}: GroqNode): string[] | null {
  if (type !== 'Value') return null
  if (typeof value === 'string') return termsOf(value)
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.flatMap(termsOf) : null
}
