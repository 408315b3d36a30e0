import {isBlockElement, isListMarker, isUnseen} from './elements'
import type {MarkupNode} from './markup'
import {NOTE_TAG} from './notes'

/** What can be read in markup, on one line; notes stand in brackets. */
export function plainWords(nodes: readonly MarkupNode[]): string {
  return words(nodes).replace(/\s+/g, ' ').trim()
}

function words(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      if (isUnseen(node) || isListMarker(node)) return ''
      if (node.tag === 'br') return ' '
      const inside = words(node.children)
      if (node.tag === NOTE_TAG) return ` (${inside.trim()})`
      return isBlockElement(node) ? ` ${inside} ` : inside
    })
    .join('')
}
