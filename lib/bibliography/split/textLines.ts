/** A stretch of the pasted text, by offsets. */
export interface Span {
  start: number
  end: number
}

export interface TextLine extends Span {
  /** Without the line end. */
  text: string
  isBlank: boolean
}

/** The lines of a text with their offsets; `\n`, `\r\n`, `\r`, U+2028 and U+2029 end a line. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  for (const match of text.matchAll(/\r\n|[\n\r\v\f\u2028\u2029]|$/g)) {
    const line = text.slice(start, match.index)
    lines.push({start, end: match.index, text: line, isBlank: line.trim() === ''})
    start = match.index + match[0].length
  }
  return lines
}

/** A span without the blanks at its ends, or null when nothing else is in it. */
export function trimSpan(text: string, {start, end}: Span): Span | null {
  const slice = text.slice(start, end)
  const trimmed = slice.trim()
  if (trimmed === '') return null
  const from = start + slice.length - slice.trimStart().length
  return {start: from, end: from + trimmed.length}
}
