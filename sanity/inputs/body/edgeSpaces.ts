import type {BodyMember} from '@/lib/manuscripts/body'

import {createKey} from '@/sanity/studio/createKey'

/**
 * A few words within a line with the space that they were copied with before or after them, as the clipboard's plain
 * text has it: around a paragraph a space means nothing, and in the middle of a sentence it parts two words.
 */
export function withEdgeSpaces(blocks: readonly BodyMember[], plain: string): BodyMember[] {
  const [block, ...more] = blocks
  if (!block || block._type !== 'block' || more.length > 0 || /[\r\n]/.test(plain) || plain.trim() === '')
    return [...blocks]
  const {children} = block
  const [before, after] = [space(/^\s/.test(plain)), space(/\s$/.test(plain))]
  return [{...block, children: [...before, ...children, ...after]}]
}

function space(isThere: boolean) {
  return isThere ? [{_type: 'span' as const, _key: createKey(), text: ' ', marks: []}] : []
}
