import {isFigure, isTextBlock, type Member, type TextBlock} from '@/lib/manuscripts/body'

/** A work that a mark in the text names, by its place among the entries. */
export interface MarkedWork {
  entry: number
  locator?: string
  label?: string
  prefix?: string
  suffix?: string
}

/** Something in the text that stands for works of its list: `[3, p. 12]`, a raised `1–3`, `(Polanyi, 1944)`. */
export interface Mark {
  /** Of the paragraph; of a note's or a caption's own where it stands there. */
  blockKey: string
  /** Characters of the paragraph's line, in which an object counts as one. */
  start: number
  end: number
  /** As written. */
  text: string
  works: MarkedWork[]
  /** `narrative` where the sentence names the author itself: `Polanyi (1944)`. */
  mode: 'parenthetical' | 'narrative'
  /** The words around it. */
  before: string
  after: string
}

/** The text of a paragraph in which every object is one character. */
export function lineOf({children}: TextBlock): string {
  return children.map((child) => (child._type === 'span' ? child.text : '\ufffc')).join('')
}

/** Every paragraph that may cite: of the body, of notes and of captions, in reading order. */
export function citingBlocks(body: readonly Member[]): TextBlock[] {
  return body.flatMap((member) => {
    if (isFigure(member)) return member.caption ?? []
    if (!isTextBlock(member)) return []
    return [member, ...member.children.flatMap((child) => (child._type === 'footnote' ? child.text : []))]
  })
}

/** The words around a part of a line. */
export function contextOf(line: string, {start, end}: {start: number; end: number}): {before: string; after: string} {
  const before = line.slice(Math.max(0, start - 50), start)
  const after = line.slice(end, end + 20)
  return {
    before: (start > 50 ? before.replace(/^\S*\s/, '… ') : before).replaceAll('\ufffc', ''),
    after: (line.length > end + 20 ? after.replace(/\s\S*$/, ' …') : after).replaceAll('\ufffc', ''),
  }
}
