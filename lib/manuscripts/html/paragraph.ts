import type {Inline, Link, Span, TextBlock} from '@/lib/manuscripts/body'

/** A piece of text with its decorators, an address, or an object that stands in the line. */
export type Piece = {text: string; marks: readonly string[]; href: string | null} | Exclude<Inline, Span>

/** A line's end with the spaces around it. */
const BREAK = /[^\S\u00a0]*\n[^\S\u00a0]*/g

/**
 * The paragraphs that pieces make: an empty line parts them. Spaces are single and none is at an end; spans that look
 * the same are one. Without a word and without an object there is no paragraph.
 */
export function paragraphsOf(
  pieces: readonly Piece[],
  {shape, createKey}: {shape: Pick<TextBlock, 'style' | 'listItem' | 'level'>; createKey: () => string},
): TextBlock[] {
  return splitAtEmptyLines(pieces)
    .map(tidySpaces)
    .filter((line) => line.some((piece) => !('text' in piece && 'href' in piece) || piece.text.trim() !== ''))
    .map((line) => toBlock(line, {shape, createKey}))
}

function isText(piece: Piece): piece is Extract<Piece, {href: string | null}> {
  return 'href' in piece
}

function splitAtEmptyLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  let endsWithBreak = false
  for (const piece of pieces) {
    if (!isText(piece)) {
      lines.at(-1)?.push(piece)
      endsWithBreak = false
      continue
    }
    for (const part of piece.text.split(/(\n)/)) {
      if (part === '\n' && endsWithBreak) lines.push([])
      else if (part !== '') lines.at(-1)?.push({...piece, text: part})
      if (part === '\n') endsWithBreak = true
      else if (part.trim() !== '') endsWithBreak = false
    }
  }
  return lines
}

/** Spaces collapse across spans, as they do on a page. */
function tidySpaces(pieces: readonly Piece[]): Piece[] {
  const tidy: Piece[] = []
  let before = '\n'
  for (const [index, piece] of pieces.entries()) {
    if (!isText(piece)) {
      tidy.push(piece)
      before = '\ufffc'
      continue
    }
    let text = piece.text.replace(BREAK, '\n').replace(/[^\S\n\u00a0]+/g, ' ')
    const next = pieces[index + 1]
    text = plainSpaces(text, {before, after: next && isText(next) ? next.text.slice(0, 1) : ''})
    if (/\s$/.test(before)) text = text.replace(/^ +/, '')
    if (tidy.length === 0) text = text.trimStart()
    if (text === '') continue
    if (text.startsWith('\n')) trimLast(tidy)
    tidy.push({...piece, text})
    before = text.slice(-1)
  }
  trimLast(tidy)
  return tidy
}

/** A no-break space stays only where one binds: `10 km`, `« mot »`, `mot !`. */
function plainSpaces(text: string, {before, after}: {before: string; after: string}): string {
  return text
    .replace(/\s*\u00a0\s*/g, (run, at: number) => {
      const [left, right] = [text[at - 1] ?? before, text[at + run.length] ?? after]
      return run === '\u00a0' && binds(left, right) ? run : ' '
    })
    .replace(/ {2,}/g, ' ')
}

function binds(left: string, right: string): boolean {
  return (/\d/.test(left) && /[\p{L}\d%°€$£]/u.test(right)) || left === '«' || (right !== '' && '»:;?!'.includes(right))
}

function trimLast(pieces: Piece[]): void {
  for (let last = pieces.at(-1); last && isText(last); last = pieces.at(-1)) {
    pieces.pop()
    const text = last.text.replace(/\s+$/, '')
    if (text === '') continue
    pieces.push({...last, text})
    return
  }
}

function toBlock(
  pieces: readonly Piece[],
  {shape, createKey}: {shape: Pick<TextBlock, 'style' | 'listItem' | 'level'>; createKey: () => string},
): TextBlock {
  const links = new Map<string, Link>()
  const children: Inline[] = []
  for (const piece of pieces) {
    if (!isText(piece)) {
      children.push(piece)
      continue
    }
    if (piece.href && !links.has(piece.href))
      links.set(piece.href, {_type: 'link', _key: createKey(), href: piece.href})
    const link = piece.href ? links.get(piece.href) : undefined
    const marks = [...piece.marks, ...(link ? [link._key] : [])]
    const last = children.at(-1)
    if (last?._type === 'span' && isSame(last.marks, marks)) last.text += piece.text
    else children.push({_type: 'span', _key: createKey(), text: piece.text, marks})
  }
  return {
    _type: 'block',
    _key: createKey(),
    ...shape,
    markDefs: [...links.values()],
    children: betweenSpans(children, createKey),
  }
}

/** Editors put a span before and after every object; a block that lacks one is changed as soon as it is opened. */
export function betweenSpans(children: readonly Inline[], createKey: () => string): Inline[] {
  const empty = (): Span => ({_type: 'span', _key: createKey(), text: '', marks: []})
  const spaced: Inline[] = []
  for (const child of children) {
    if (child._type !== 'span' && spaced.at(-1)?._type !== 'span') spaced.push(empty())
    spaced.push(child)
  }
  if (spaced.at(-1)?._type !== 'span') spaced.push(empty())
  return spaced
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((mark) => b.includes(mark))
}
