import {isObject} from '../documents/json.ts'

import {isNode, type GroqNode} from './tree.ts'

export type Path = (string | number)[]

/** The value of an expression of which `item` is the root. */
export type Evaluate = (expr: GroqNode, item: unknown) => unknown

/**
 * The places in a value that a selector names: attributes, elements that pass a filter, `anywhere()`, and tuples of these.
 *
 * @see https://www.sanity.io/docs/specifications/groq-data-types
 */
export function selectedPaths(node: GroqNode, value: unknown, evaluate: Evaluate): Path[] {
  const {type, base, members, nested, name, arg, expr} = node
  const ofBase = () => (isNode(base) ? selectedPaths(base, value, evaluate) : [])
  switch (type) {
    case 'Group':
      return ofBase()
    case 'Tuple':
      return nodesOf(members).flatMap((member) => selectedPaths(member, value, evaluate))
    case 'AccessAttribute':
      return (base === undefined ? [[]] : ofBase()).map((path) => [...path, String(name)])
    case 'ArrayCoerce':
      return ofBase().flatMap((path) => elements(value, path))
    case 'Filter':
      return ofBase()
        .flatMap((path) => elements(value, path))
        .filter((path) => isNode(expr) && evaluate(expr, valueAt(value, path)) === true)
    case 'SelectorFuncCall':
      return isNode(arg) ? anywhere(arg, value, evaluate) : []
    case 'SelectorNested':
      return ofBase().flatMap((path) =>
        nodesOf([nested])
          .flatMap((inner) => selectedPaths(inner, valueAt(value, path), evaluate))
          .map((inner) => [...path, ...inner]),
      )
    default:
      return []
  }
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((current, segment) => {
    if (Array.isArray(current)) return typeof segment === 'number' ? current[segment] : undefined
    return isObject(current) && Object.hasOwn(current, segment) ? current[segment] : undefined
  }, value)
}

function anywhere(expr: GroqNode, value: unknown, evaluate: Evaluate): Path[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => anywhere(expr, item, evaluate).map((path) => [index, ...path]))
  if (!isObject(value)) return []
  const inside = Object.entries(value).flatMap(([key, item]) =>
    anywhere(expr, item, evaluate).map((path) => [key, ...path]),
  )
  return evaluate(expr, value) === true ? [[], ...inside] : inside
}

function elements(value: unknown, path: Path): Path[] {
  const list = valueAt(value, path)
  return Array.isArray(list) ? list.map((_item, index) => [...path, index]) : []
}

function nodesOf(value: unknown): GroqNode[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}
