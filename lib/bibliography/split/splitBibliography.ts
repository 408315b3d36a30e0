import {bibtexEnd, isBibtexField, startsBibtex} from './bibtexSpan'
import {jsonEnd, startsJson} from './jsonSpan'
import {endsRis, isRisTag, startsRis} from './risSpan'
import {textLines, type Span, type TextLine} from './textLines'

export interface Piece extends Span {
  format: 'bibtex' | 'ris' | 'csl-json' | 'text'
}

/** An unmatched bracket is looked for to the end of the text, so only so many of them. */
const MAX_UNMATCHED = 20

/**
 * The text in pieces by format, in order. A `bibtex` piece is one entry or command, a `ris` piece one record, a
 * `csl-json` piece one array or object; what stands between them is `text`. Every character that is not blank is in one piece.
 */
export function splitBibliography(text: string): Piece[] {
  const lines = textLines(text)
  const pieces: Piece[] = []
  let unmatched = 0

  for (let index = 0; index < lines.length;) {
    const line = lines[index]
    if (!line) break
    const piece = startsBibtex(line.text)
      ? bibtexPiece(text, lines, index)
      : startsRis(line.text)
        ? risPiece(lines, index)
        : unmatched < MAX_UNMATCHED && startsJson(line.text, nextText(lines, index))
          ? jsonPiece(text, lines, index)
          : null
    if (!piece) {
      addText(pieces, line)
      index++
      continue
    }
    if (piece.isUnmatched) unmatched++
    pieces.push({format: piece.format, start: piece.start, end: piece.end})
    index = resumeAfter(text, lines, index, piece.end)
  }
  return pieces
}

interface FoundPiece extends Piece {
  isUnmatched?: boolean
}

function addText(pieces: Piece[], {start, end}: Span) {
  const last = pieces.at(-1)
  if (last?.format === 'text') last.end = end
  else pieces.push({format: 'text', start, end})
}

function nextText(lines: readonly TextLine[], index: number): string {
  return lines.slice(index + 1, index + 4).find((line) => !line.isBlank)?.text ?? ''
}

/** The line to go on with; one that an entry ends in is cut to what follows the entry. */
function resumeAfter(text: string, lines: TextLine[], from: number, end: number): number {
  let index = from
  for (let line = lines[index]; line && line.end <= end; line = lines[++index]);
  const line = lines[index]
  if (line && line.start < end) {
    const rest = text.slice(end, line.end)
    lines[index] = {start: end, end: line.end, text: rest, isBlank: rest.trim() === ''}
  }
  return index
}

/** With the separators that follow on the same line. */
function withSeparators(text: string, end: number): number {
  return end + (/^[ \t]*[,;\]})]+/.exec(text.slice(end, end + 20))?.[0].length ?? 0)
}

function bibtexPiece(text: string, lines: readonly TextLine[], first: number): FoundPiece {
  const start = lines[first]?.start ?? 0
  let next = first + 1
  while (next < lines.length && !startsBibtex(lines[next]?.text ?? '')) next++
  const end = bibtexEnd(text, text.indexOf('@', start), lines[next]?.start ?? text.length)
  if (end > 0) return {format: 'bibtex', start, end: withSeparators(text, end)}
  return {format: 'bibtex', start, end: brokenEnd(lines, first, next, isBibtexField)}
}

/** What belongs to an entry that is not closed: all lines up to a blank one that no field follows. */
function brokenEnd(lines: readonly TextLine[], first: number, limit: number, isPart: (line: string) => boolean) {
  let end = lines[first]?.end ?? 0
  for (let index = first + 1; index < limit; index++) {
    const line = lines[index]
    if (!line) break
    const isAfterBlank = lines[index - 1]?.isBlank
    if (isAfterBlank && !line.isBlank && !isPart(line.text)) break
    if (!line.isBlank) end = line.end
  }
  return end
}

function risPiece(lines: readonly TextLine[], first: number): FoundPiece {
  const start = lines[first]?.start ?? 0
  let next = first + 1
  while (next < lines.length && !startsRis(lines[next]?.text ?? '') && !endsRis(lines[next]?.text ?? '')) next++
  const last = lines[next]
  const hasEnd = last && endsRis(last.text)
  return {format: 'ris', start, end: hasEnd ? last.end : brokenEnd(lines, first, next, isRisTag)}
}

function jsonPiece(text: string, lines: readonly TextLine[], first: number): FoundPiece {
  const start = lines[first]?.start ?? 0
  const end = jsonEnd(text, start + (lines[first]?.text.search(/[[{]/) ?? 0))
  if (end > 0) return {format: 'csl-json', start, end: withSeparators(text, end)}
  const isPart = (line: string) => /^\s*["{}[\],]/.test(line)
  return {format: 'csl-json', start, end: brokenEnd(lines, first, lines.length, isPart), isUnmatched: true}
}
