import {field, isNode, text} from '@/lib/portable-text/walk'

import type {SpotPath} from './problem'
import type {CitingDocument} from './usesOf'

const MAX_WORDS = 40

/** Where in a document a problem is, for editors: `In the text, after “…twice a day.”`; null for places with no words. */
export function placeWords(document: CitingDocument, path: SpotPath): string | null {
  const [root] = path
  if (root === 'furtherReading') return 'In the further reading'
  if (root !== 'leadImage' && root !== 'body') return null
  const steps = stepsAlong(document, path)
  const before = steps.map(wordsBefore).findLast((words) => words !== '')
  const marked = path.includes('markDefs') ? steps.map(wordsMarked).findLast((words) => words !== '') : undefined
  const inside = steps.some(({value}) => isNode(value) && value._type === 'footnote')
  const place =
    root === 'leadImage'
      ? 'In the caption of the lead image'
      : inside
        ? 'In a note'
        : path.includes('caption')
          ? 'In a caption'
          : 'In the text'
  if (marked) return `${place}, at “${marked}”`
  return before ? `${place}, after “${before}”` : place
}

interface Step {
  value: unknown
  /** What stands before it in the same list. */
  before: readonly unknown[]
}

/** What a path leads through, from the outside in. */
function stepsAlong(document: CitingDocument, path: SpotPath): Step[] {
  const steps: Step[] = []
  let value: unknown = document
  for (const segment of path) {
    const parent: unknown = value
    const index = Array.isArray(parent) ? indexOf(parent, segment) : -1
    value = Array.isArray(parent) ? parent[index] : isObject(parent) ? field(parent, String(segment)) : undefined
    steps.push({value, before: Array.isArray(parent) ? parent.slice(0, Math.max(index, 0)) : []})
  }
  return steps
}

function wordsBefore({before}: Step): string {
  const words = wordsOf(before)
  return words.length > MAX_WORDS ? `…${words.slice(words.indexOf(' ', words.length - MAX_WORDS) + 1)}` : words
}

/** What a link, say, is laid on: those who wrote it know it by its words. */
function wordsMarked({value: block}: Step, depth: number, steps: readonly Step[]): string {
  const mark = steps[depth + 2]?.value
  const key = isObject(mark) ? field(mark, '_key') : undefined
  const children = isNode(block) && block._type === 'block' ? field(block, 'children') : undefined
  if (typeof key !== 'string' || !Array.isArray(children)) return ''
  const words = wordsOf(children.filter((child) => isObject(child) && holds(field(child, 'marks'), key)))
  return words.length > MAX_WORDS ? `${words.slice(0, words.lastIndexOf(' ', MAX_WORDS))}…` : words
}

function wordsOf(nodes: readonly unknown[]): string {
  return nodes
    .map((node) => (isNode(node) && node._type === 'span' ? text(node, 'text') : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function holds(list: unknown, value: string): boolean {
  return Array.isArray(list) && list.includes(value)
}

function indexOf(list: readonly unknown[], segment: SpotPath[number]): number {
  if (typeof segment === 'number') return segment
  return list.findIndex(
    (member) => isObject(member) && typeof segment === 'object' && field(member, '_key') === segment._key,
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
