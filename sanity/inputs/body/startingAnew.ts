import type {BodyMember} from '@/lib/manuscripts/body'

import {createKey} from '@/sanity/studio/createKey'

interface Caret {
  value: readonly unknown[] | undefined
  path: readonly unknown[]
  /** The words that are selected, and go. */
  selected: string
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

/** Whether the caret is in a paragraph with words in it, of which some stay. */
function isInText({value = [], path, selected}: Caret): boolean {
  const key = keyOf(path[0])
  const place = value.findIndex((member) => keyOf(member) === key)
  return hasWords(value[place]) && !areWhole(value.map(wordsOf), {place, words: bare(selected)})
}

/** Whether the words are those of whole paragraphs, of which the one at `place` is the first or the last. */
function areWhole(texts: readonly string[], {place, words}: {place: number; words: string}): boolean {
  if (words === '') return false
  const [before, after] = [texts.slice(0, place + 1), texts.slice(place)]
  return (
    before.some((_, index) => before.slice(index).join('') === words) ||
    after.some((_, index) => after.slice(0, index + 1).join('') === words)
  )
}

function wordsOf(member: unknown): string {
  const texts = childrenOf(member).map((child: unknown) =>
    typeof child === 'object' && child !== null && 'text' in child && typeof child.text === 'string' ? child.text : '',
  )
  return bare(texts.join(''))
}

function bare(text: string): string {
  return text.replace(/[\s\ufeff\u200b]/g, '')
}

function childrenOf(member: unknown): readonly unknown[] {
  if (typeof member !== 'object' || member === null || !('children' in member)) return []
  return Array.isArray(member.children) ? member.children : []
}

function hasWords(block: unknown): boolean {
  return childrenOf(block).some(
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
