import {
  type Citation,
  type Figure,
  type Inline,
  isFigure,
  isTextBlock,
  type Member,
  type Reference,
  type TextBlock,
} from '@/lib/manuscripts/body'
import {betweenSpans} from '@/lib/manuscripts/html/paragraph'

import {lineOf, type Mark} from './marks'

export interface CiteOptions {
  marks: readonly Mark[]
  /** What an entry has become, by its place; a mark of another stays as it is. */
  referenceOf: (entry: number) => Reference | undefined
  createKey: () => string
}

/** The members with a citation in the place of every mark; the space before a mark goes with it. */
export function citeInBody(body: readonly Member[], options: CiteOptions): Member[] {
  const byBlock = Map.groupBy(
    options.marks.filter(({works}) => works.every(({entry}) => options.referenceOf(entry))),
    ({blockKey}) => blockKey,
  )
  const cite = (block: TextBlock) => {
    const marks = byBlock.get(block._key)
    return marks ? citeInBlock(block, {...options, marks}) : block
  }
  return body.map((member): Member => {
    if (isFigure(member)) return withCaption(member, cite)
    if (!isTextBlock(member)) return member
    const {children} = member
    const holdsNotes = children.some(
      (child) => child._type === 'footnote' && child.text.some(({_key}) => byBlock.has(_key)),
    )
    const noted = holdsNotes
      ? {
          ...member,
          children: children.map((child): Inline =>
            child._type === 'footnote' ? {...child, text: child.text.map(cite)} : child,
          ),
        }
      : member
    return cite(noted)
  })
}

function withCaption(figure: Figure, cite: (block: TextBlock) => TextBlock): Figure {
  return figure.caption ? {...figure, caption: figure.caption.map(cite)} : figure
}

function citeInBlock(block: TextBlock, {marks, referenceOf, createKey}: CiteOptions): TextBlock {
  const line = lineOf(block)
  const inOrder = [...marks].sort((a, b) => a.start - b.start)
  const children: Inline[] = []
  let from = 0
  for (const mark of inOrder) {
    const start = line.slice(0, mark.start).trimEnd().length
    if (start < from) continue
    children.push(...slice(block, {from, to: start, createKey}), toCitation(mark, {referenceOf, createKey}))
    from = mark.end
  }
  children.push(...slice(block, {from, to: line.length, createKey}))
  const used = new Set(children.flatMap((child) => (child._type === 'span' ? child.marks : [])))
  return {
    ...block,
    markDefs: block.markDefs.filter(({_key}) => used.has(_key)),
    children: betweenSpans(children, createKey),
  }
}

function slice(
  {children}: TextBlock,
  {from, to, createKey}: {from: number; to: number; createKey: () => string},
): Inline[] {
  let at = 0
  return children.flatMap((child): Inline[] => {
    const start = at
    at += child._type === 'span' ? child.text.length : 1
    if (at <= from || start >= to) return []
    if (child._type !== 'span') return [child]
    const text = child.text.slice(Math.max(0, from - start), to - start)
    // The first part keeps the key, so that an editor's cursor and comments stay where they were.
    return text === '' ? [] : [{...child, _key: start >= from ? child._key : createKey(), text}]
  })
}

function toCitation({works, mode}: Mark, {referenceOf, createKey}: Omit<CiteOptions, 'marks'>): Citation {
  return {
    _type: 'citation',
    _key: createKey(),
    mode,
    items: works.flatMap(({entry, ...place}) => {
      const reference = referenceOf(entry)
      if (!reference) return []
      const suppress = mode === 'narrative' && {suppressAuthor: true}
      return [{_type: 'citationItem' as const, _key: createKey(), reference, ...place, ...suppress}]
    }),
  }
}
