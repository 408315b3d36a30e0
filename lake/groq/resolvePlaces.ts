import {isNode, type GroqNode} from './tree.ts'
import {isObject} from '../documents/json.ts'
import {segmentOf, type Place, type Places} from './places.ts'
import type {View} from '../documents/view.ts'

/**
 * The places that an expression in a projection copies from: one for a single value, several for the elements of a list,
 * none when it is not copied. Follows attributes, elements, `[]`, `->`, `coalesce` and `select` by what they can be.
 */
export function resolvePlaces(node: GroqNode, self: Place, places: Places, view: View): Place[] {
  const resolve = (child: unknown, from = self): Place[] =>
    isNode(child) ? resolvePlaces(child, from, places, view) : []
  const base = () => (node.base === undefined ? [self] : resolve(node.base))

  switch (node.type) {
    case 'This':
      return [self]
    case 'Group':
    case 'Filter':
      return resolve(node.base)
    case 'AccessAttribute':
      return base().flatMap((place) => attributeOf(place, String(node.name)))
    case 'AccessElement':
      return base().flatMap((place) => elementsOf(place).slice(Number(node.index)).slice(0, 1))
    case 'ArrayCoerce':
      return base()
    case 'Deref':
      return base().flatMap((place) => targetOf(place, view))
    case 'Map':
    case 'FlatMap':
      return base()
        .flatMap(elementsOf)
        .flatMap((element) => resolve(node.expr, element))
    case 'FuncCall':
      return node.name === 'coalesce' && Array.isArray(node.args) ? firstOf(node.args, resolve) : []
    default:
      return []
  }
}

function firstOf(nodes: unknown[], resolve: (node: unknown) => Place[]): Place[] {
  for (const node of nodes) {
    const found = resolve(node).filter(({value}) => value !== null)
    if (found.length > 0) return found
    // A value of its own making comes before what follows it.
    if (isNode(node) && node.type !== 'AccessAttribute') return []
  }
  return []
}

function attributeOf({document, path, value}: Place, name: string): Place[] {
  if (!isObject(value) || !Object.hasOwn(value, name)) return []
  return [{document, path: [...path, name], value: value[name]}]
}

function elementsOf({document, path, value}: Place): Place[] {
  if (!Array.isArray(value)) return []
  return value.map((item, index) => ({document, path: [...path, segmentOf(item, index)], value: item}))
}

function targetOf({value}: Place, view: View): Place[] {
  const target = isObject(value) && typeof value._ref === 'string' ? view.byId(value._ref) : undefined
  return target ? [{document: target, path: [], value: target}] : []
}
