import type {BodyMember} from '@/lib/manuscripts/body'

import {createKey} from '@/sanity/studio/createKey'

interface Caret {
  value: readonly unknown[] | undefined
  path: readonly unknown[]
}

/**
 * What to insert so that a heading or a list does not become a part of the paragraph that the caret is in: the editor
 * joins the first block of a paste to it, and an empty one takes that place.
 */
export function startingAnew(blocks: readonly BodyMember[], caret: Caret): BodyMember[] {
  const [first] = blocks
  const isParagraph = first?._type === 'block' && first.style === 'normal' && !first.listItem
  if (!first || first._type !== 'block' || isParagraph || !isInText(caret)) return [...blocks]
  const empty: BodyMember = {
    _type: 'block',
    _key: createKey(),
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: createKey(), text: '', marks: []}],
  }
  return [empty, ...blocks]
}

/** Whether the caret is in a paragraph with words in it. */
function isInText({value = [], path}: Caret): boolean {
  const key = keyOf(path[0])
  const block = value.find((member) => keyOf(member) === key)
  if (typeof block !== 'object' || block === null || !('children' in block) || !Array.isArray(block.children))
    return false
  return block.children.some(
    (child: unknown) =>
      typeof child === 'object' &&
      child !== null &&
      (!('text' in child) || (typeof child.text === 'string' && child.text !== '')),
  )
}

function keyOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && '_key' in value && typeof value._key === 'string'
    ? value._key
    : null
}
