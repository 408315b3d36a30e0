import {isNode, type GroqNode} from './tree.ts'
import {lookUp} from './lookUp.ts'

/**
 * `*[condition]` reading from an index when one part of the condition names an id, a reference, a slug or a type; that
 * part is left out, for the index answers it exactly. Any other node comes back as it is.
 */
export function indexed(node: GroqNode): GroqNode {
  const {type, base, expr} = node
  if (type !== 'Filter' || !isNode(base) || base.type !== 'Everything' || !isNode(expr)) return node
  const parts = conjuncts(expr)
  for (const rule of [byId, byIds, byReference, bySlug, byType]) {
    for (const part of parts) {
      const source = rule(part)
      if (source)
        return filtered(
          source,
          parts.filter((other) => other !== part),
        )
    }
  }
  return node
}

function filtered(source: GroqNode, [first, ...others]: GroqNode[]): GroqNode {
  if (!first) return source
  const expr = others.reduce((left, right) => ({type: 'And', left, right}), first)
  return {type: 'Filter', base: source, expr}
}

type Rule = (part: GroqNode) => GroqNode | null

const byId: Rule = (part) => constantEqual(part, (left) => isAttribute(left, '_id'), 'id')
const byType: Rule = (part) => constantEqual(part, (left) => isAttribute(left, '_type'), 'type')
const bySlug: Rule = (part) => constantEqual(part, isSlug, 'slug')

const byIds: Rule = ({type, op, left, right}) => {
  if (type !== 'OpCall' || op !== 'in' || !isNode(left) || !isAttribute(left, '_id') || !isNode(right)) return null
  const ids = constantStrings(right)
  return ids && lookUp('ids', {type: 'Value', value: JSON.stringify(ids)})
}

const byReference: Rule = ({type, namespace, name, args}) => {
  if (type !== 'FuncCall' || namespace !== 'global' || name !== 'references' || !Array.isArray(args)) return null
  const [target] = args
  if (args.length !== 1 || !isNode(target)) return null
  if (isConstantString(target)) return lookUp('references', target)
  // Outside the filter, the document that `^` names inside it is `@`.
  const isOuterId = isAttribute(target, '_id', (base) => isNode(base) && base.type === 'Parent' && base.n === 1)
  return isOuterId ? orNone(lookUp('references', {type: 'AccessAttribute', name: '_id'})) : null
}

/** Where there is no outer document, nothing refers to it. */
function orNone(list: GroqNode): GroqNode {
  return {type: 'FuncCall', namespace: 'global', name: 'coalesce', args: [list, {type: 'Array', elements: []}]}
}

function constantEqual(
  {type, op, left, right}: GroqNode,
  isField: (left: GroqNode) => boolean,
  kind: 'id' | 'type' | 'slug',
) {
  if (type !== 'OpCall' || op !== '==' || !isNode(left) || !isNode(right)) return null
  if (isField(left) && isConstantString(right)) return lookUp(kind, right)
  return isField(right) && isConstantString(left) ? lookUp(kind, left) : null
}

function isSlug(node: GroqNode): boolean {
  return isAttribute(node, 'current', (base) => isNode(base) && isAttribute(base, 'slug'))
}

function isAttribute(
  {type, name, base}: GroqNode,
  expected: string,
  isBase: (value: unknown) => boolean = isUndefined,
) {
  return type === 'AccessAttribute' && name === expected && isBase(base)
}

function constantStrings({type, value, elements}: GroqNode): string[] | null {
  const values =
    type === 'Array' && Array.isArray(elements)
      ? elements.map(({isSplat, value: item}) => (!isSplat && item.type === 'Value' ? item.value : null))
      : value
  return Array.isArray(values) && values.every((item) => typeof item === 'string') ? values : null
}

function isUndefined(value: unknown): boolean {
  return value === undefined
}

function isConstantString({type, value}: GroqNode): boolean {
  return type === 'Value' && typeof value === 'string'
}

function conjuncts(node: GroqNode): GroqNode[] {
  if (node.type === 'Group' && isNode(node.base)) return conjuncts(node.base)
  if (node.type !== 'And' || !isNode(node.left) || !isNode(node.right)) return [node]
  return [...conjuncts(node.left), ...conjuncts(node.right)]
}
