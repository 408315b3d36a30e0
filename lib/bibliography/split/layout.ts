import {listBullet, listNumber} from './listMarks'
import type {TextLine} from './textLines'

/** How the entries of a text are marked as a list. */
export interface ListLayout {
  isNumbered: boolean
  bullet: string | null
}

/** How the lines of a paragraph are broken. */
export interface ParagraphLayout {
  /** Columns of the longest line, or infinite when lines are too long to be wrapped by columns. */
  width: number
  /** Whether the lines that go on are indented. */
  isHanging: boolean
}

/** Hardly anything wraps lines later than this. */
const MAX_WIDTH = 130

/** Whether lines are numbered one by one, or bulleted; a lone dash or star is no bullet. */
export function listLayout(lines: readonly TextLine[]): ListLayout {
  const numbers = lines.flatMap(({text}) => listNumber(text) ?? [])
  const bullets = lines.flatMap(({text}) => listBullet(text) ?? [])
  const isRepeated = (bullet: string) => bullets.indexOf(bullet) !== bullets.lastIndexOf(bullet)
  return {
    isNumbered: numbers.filter((number, index) => number === (numbers[index - 1] ?? 0) + 1).length > 1,
    bullet: bullets.find((bullet) => !/[-–—*·]/.test(bullet)) ?? bullets.find(isRepeated) ?? null,
  }
}

/** The layout of the paragraphs of a text, by the offset of their first lines. */
export function paragraphLayouts(lines: readonly TextLine[]): Map<number, ParagraphLayout> {
  const layouts = new Map<number, ParagraphLayout>()
  let paragraph: TextLine[] = []
  for (const line of [...lines, null]) {
    if (line && !line.isBlank) paragraph.push(line)
    else if (paragraph[0]) {
      layouts.set(paragraph[0].start, paragraphLayout(paragraph))
      paragraph = []
    }
  }
  return layouts
}

function paragraphLayout(lines: readonly TextLine[]): ParagraphLayout {
  const width = lines.reduce((longest, {text}) => Math.max(longest, text.length), 0)
  const indented = lines.filter(({text}) => /^(?:\t| {2,})\s*\S/.test(text))
  return {
    width: width > MAX_WIDTH ? Number.POSITIVE_INFINITY : width,
    isHanging: indented.length > 0 && indented.length < lines.length && indented[0] !== lines[0],
  }
}
