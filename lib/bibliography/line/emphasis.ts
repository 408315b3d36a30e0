/** A text without its marks, and which stretches of it were in italics, by offsets. */
export interface EmphasisedText {
  text: string
  italics: readonly (readonly [start: number, end: number])[]
}

const MARKS =
  /<(\/?)(?:i|em|cite)>|<\/?(?:b|strong|u|span|p|li|a)(?: [^<>]{0,300})?>|(?<![*\w\\])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![*\w])|(?<![\p{L}\p{N}_])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![\p{L}\p{N}_])/giu

/** Reads `*…*`, `_…_`, `<i>…</i>`; bold is taken for italics in Markdown's stars, because lists are pasted with either. */
export function readEmphasis(source: string): EmphasisedText {
  const italics: [number, number][] = []
  let text = ''
  let from = 0
  let open: {mark: string; at: number} | null = null
  for (const match of source.matchAll(MARKS)) {
    const [mark, slash] = match
    const kind = mark[0] === '<' ? (slash === undefined ? '' : '<i>') : mark
    const before = source.slice(from, match.index)
    if (kind === '') {
      text += before
      from = match.index + mark.length
      continue
    }
    if (!open && !isOpening(source, match.index, mark, slash)) continue
    if (open && (open.mark !== kind || (mark[0] === '<' && slash === ''))) continue
    if (!open && mark[0] !== '<' && !hasClosing(source, match.index + mark.length, mark)) continue
    text += before
    from = match.index + mark.length
    if (open) {
      if (text.length > open.at) italics.push([open.at, text.length])
      open = null
    } else open = {mark: kind, at: text.length}
  }
  return {text: text + source.slice(from), italics}
}

function isOpening(source: string, index: number, mark: string, slash: string | undefined): boolean {
  return mark[0] === '<' ? slash === '' : /^\S/.test(source.slice(index + mark.length, index + mark.length + 1))
}

function hasClosing(source: string, from: number, mark: string): boolean {
  return source.indexOf(mark, from) > from
}

/** The first place at or after `from` where a part of a text stands, with `<i>` around what was in italics inside it, but not around the whole. */
export function withItalics(part: string, {text, italics}: EmphasisedText, from = 0): string {
  const start = text.indexOf(part, from)
  if (start < 0) return part
  const end = start + part.length
  const isWhole = (open: number, close: number) =>
    open <= start + 1 && /^(?:.|\s*\[[^[\]]*\])?$/s.test(text.slice(close, end))
  const inner = italics.filter(([open, close]) => open >= start && close <= end && !isWhole(open, close))
  const pieces: string[] = []
  let at = start
  for (const [open, close] of inner) {
    pieces.push(text.slice(at, open), '<i>', text.slice(open, close), '</i>')
    at = close
  }
  return [...pieces, text.slice(at, end)].join('')
}
