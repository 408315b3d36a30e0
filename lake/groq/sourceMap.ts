import type {LakeDocument} from '../documents/document.ts'

import {isNode, mapTree, type GroqNode} from './tree.ts'
import {isObject, type JsonObject} from '../documents/json.ts'
import {placesIn, type Place, type Segment} from './places.ts'
import {resolvePlaces} from './resolvePlaces.ts'
import type {View} from '../documents/view.ts'

/** Which document and path each part of a result was copied from. @see https://www.sanity.io/docs/content-source-maps */
export interface SourceMap {
  documents: {_id: string; _type: string}[]
  /** Paths in documents, as JSON paths in which array elements go by their `_key`. */
  paths: string[]
  /** By JSON path in the result, elements by index. A mapping holds for everything below it. */
  mappings: Record<string, {type: 'value'; source: {type: 'documentValue'; document: number; path: number}}>
}

/** No attribute of a query can have a name with a NUL. */
const MARK = '\u0000'

/** The tree with every projected object made to carry what it was projected from. */
export function instrumented(tree: GroqNode): {tree: GroqNode; objects: GroqNode[]} {
  const objects: GroqNode[] = []
  const marked = mapTree(tree, (node) => {
    if (node.type !== 'Object' || !Array.isArray(node.attributes)) return node
    objects.push(node)
    const self = {type: 'ObjectAttributeValue', name: `${MARK}${objects.length - 1}`, value: {type: 'This'}}
    return {...node, attributes: [...node.attributes, self]}
  })
  return {tree: marked, objects}
}

/**
 * The result of an instrumented query, without the instruments, and its source map.
 *
 * @param objects as `instrumented` returned them.
 */
export function traced(
  result: unknown,
  objects: GroqNode[],
  view: View,
): {result: unknown; resultSourceMap: SourceMap} {
  const places = placesIn(view)
  const map = createMap()

  function walk(value: unknown, path: Segment[]): unknown {
    const place = places.of(value)
    if (place) {
      if (isObject(value)) splat(place, path, value)
      else map.add(path, place)
      return value
    }
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]))
    return isObject(value) ? walkObject(value, path) : value
  }

  function walkObject(value: JsonObject, path: Segment[]): JsonObject {
    for (const [mark, self] of Object.entries(value)) {
      if (!mark.startsWith(MARK)) continue
      const [origin, node] = [places.of(self), objects[Number(mark.slice(1))]]
      if (origin && node) mapAttributes(node, origin, path, value)
    }
    const fields = Object.entries(value).filter(([name]) => !name.startsWith(MARK))
    return Object.fromEntries(fields.map(([name, item]) => [name, walk(item, [...path, name])]))
  }

  function mapAttributes(node: GroqNode, self: Place, path: Segment[], result: JsonObject): void {
    for (const attribute of Array.isArray(node.attributes) ? node.attributes : []) {
      if (attribute.type === 'ObjectSplat' && attribute.value?.type === 'This') splat(self, path, result)
      if (attribute.type === 'ObjectAttributeValue' && isNode(attribute.value)) {
        mapValue(attribute.value, self, [...path, attribute.name], result[attribute.name])
      }
    }
  }

  function splat(self: Place, path: Segment[], result: JsonObject): void {
    for (const [name, value] of Object.entries(Object(self.value))) {
      if (result[name] === value) map.add([...path, name], {...self, path: [...self.path, name], value})
    }
  }

  function mapValue(node: GroqNode, self: Place, path: Segment[], value: unknown): void {
    const found = resolvePlaces(node, self, places, view)
    const [first] = found
    if (first && found.length === 1 && first.value === value) return map.add(path, first)
    if (!Array.isArray(value) || found.length !== value.length) return
    found.forEach((place, index) => place.value === value[index] && map.add([...path, index], place))
  }

  return {result: walk(result, []), resultSourceMap: map.sourceMap}
}

function createMap() {
  const sourceMap: SourceMap = {documents: [], paths: [], mappings: {}}
  const documents = new Map<LakeDocument, number>()
  const paths = new Map<string, number>()
  return {
    sourceMap,
    add(resultPath: Segment[], {document, path}: Place) {
      const source = {
        type: 'documentValue' as const,
        document: numbered(documents, document, () => sourceMap.documents.push(originOf(document))),
        path: numbered(paths, jsonPath(path), () => sourceMap.paths.push(jsonPath(path))),
      }
      sourceMap.mappings[jsonPath(resultPath)] = {type: 'value', source}
    },
  }
}

function numbered<K>(numbers: Map<K, number>, key: K, onNew: () => void): number {
  const number = numbers.get(key) ?? numbers.size
  if (number === numbers.size) {
    numbers.set(key, number)
    onNew()
  }
  return number
}

function originOf({_id, _type, _originalId}: LakeDocument): {_id: string; _type: string} {
  return {_id: typeof _originalId === 'string' ? _originalId : _id, _type}
}

function jsonPath(path: Segment[]): string {
  return `$${path.map(jsonSegment).join('')}`
}

function jsonSegment(segment: Segment): string {
  if (typeof segment === 'number') return `[${segment}]`
  const escaped = (typeof segment === 'string' ? segment : segment._key).replace(/['\\]/g, '\\$&')
  return typeof segment === 'string' ? `['${escaped}']` : `[?(@._key=='${escaped}')]`
}
