import {findDate} from '../line/findDate'
import {isAddressLine} from './addresses'
import {isHeading} from './heading'
import {joinWrapped} from './joinWrapped'
import {listLayout, paragraphLayouts, type ListLayout, type ParagraphLayout} from './layout'
import {listBullet, listNumber, withoutListMark} from './listMarks'
import {startsEntry, startsWithNames, surelyStartsEntry} from './startsEntry'
import {textLines, type Span, type TextLine} from './textLines'

export interface Citation extends Span {
  /** On one line, without its list mark. */
  text: string
  /** Sentences about how lines were put together. */
  problems: string[]
}

/** A citation of more lines is none. */
const MAX_LINES = 40

interface Draft extends Span {
  lines: TextLine[]
}

/**
 * The citations of a text, in order: one a line, or wrapped over several as mails and PDFs do, or in paragraphs,
 * numbered, bulleted or with hanging indents. Every character that is not blank is in one of them. Offsets are those of `text`.
 */
export function splitCitations(text: string): Citation[] {
  const lines = textLines(text)
  const list = listLayout(lines)
  const paragraphs = paragraphLayouts(lines)
  const drafts: Draft[] = []
  let layout: Layout = {...list, width: 0, isHanging: false, hasGap: true}
  for (const line of lines) {
    if (line.isBlank) continue
    const paragraph = paragraphs.get(line.start)
    layout = {...layout, ...paragraph, hasGap: paragraph !== undefined}
    const draft = drafts.at(-1)
    if (!draft || draft.lines.length >= MAX_LINES || begins(draft, line, layout))
      drafts.push({start: line.start, end: line.end, lines: [line]})
    else {
      draft.lines.push(line)
      draft.end = line.end
    }
  }
  return drafts.map(({lines: [first, ...others], start, end}) => ({
    start,
    end,
    ...joinWrapped([withoutListMark(first?.text ?? ''), ...others.map((line) => line.text)]),
  }))
}

interface Layout extends ListLayout, ParagraphLayout {
  /** Whether a blank line is before this one. */
  hasGap: boolean
}

/** Whether a line begins an entry after those of `draft`. */
function begins(draft: Draft, line: TextLine, {width, isNumbered, bullet, isHanging, hasGap}: Layout) {
  const before = draft.lines.map(({text}) => text.trim()).join(' ')
  const previous = draft.lines.at(-1)?.text.trimEnd() ?? ''
  const text = line.text.trim()
  if (isHeading(before) || isHeading(text)) return true
  if (bullet !== null && listBullet(line.text) === bullet) return true
  const isListed = isNumbered && listNumber(line.text) !== null
  if (isListed && isNextNumber(before, text, hasGap)) return true

  const isOpen = isOpenEnded(before)
  const first = draft.lines[0]?.text ?? ''
  const isItem = (isNumbered && listNumber(first) !== null) || (bullet !== null && listBullet(first) === bullet)
  const isInside = isItem || (isHanging && /^\s/.test(line.text))
  const wraps = isWrapped(previous, text, width)
  if (isAddressLine(text)) {
    if (isOpen) return false
    const hasAddress = isAddressLine(previous) || /https?:|\bdoi\b|\b10\.\d{4}/i.test(before)
    return hasGap || hasAddress || !(wraps || isInside)
  }
  const isComplete = isCompleteEntry(before)
  if (isComplete && !isOpen && startsEntry(text)) {
    const isIndented = isItem && /^\s/.test(line.text)
    const mayGoOn = isInside && !hasGap && (wraps || isIndented)
    const isWhole = startsWithNames(text) && isCompleteEntry(text)
    if (!mayGoOn || isWhole || surelyStartsEntry(text)) return true
  }
  const isNewSentence = isComplete && /^\p{Ll}{2}/u.test(text) && !isFurtherDetail(text) && !wraps
  if ((isContinuation(text) && !isNewSentence) || isOpen) return hasGap && !isOpen
  if (hasGap) return true
  if (isHanging) return !isInside
  return !isItem && !wraps
}

/** A number at the start of a wrapped line may be a page or a year's end. */
function isNextNumber(before: string, text: string, hasGap: boolean): boolean {
  const number = listNumber(text)
  const last = listNumber(before)
  return hasGap || last === null || number === last + 1
}

/** Whether a text has what an entry ends with: a date before, and a full stop, bracket or address at its end. */
function isCompleteEntry(text: string): boolean {
  const hasDate = findDate(text) !== null || /\b(?:1[4-9]|20)\d{2}\b|\bn\.d\./.test(text)
  return (hasDate || isAddressLine(text)) && /(?:[.)\]”"'’»?!>\d]|https?:\/\/\S+|\b10\.\d{4,9}\/\S+)[*_]*$/.test(text)
}

/** Whether a text cannot end here: a bracket is open, or it stops at a comma, a small word or the initials of a name. */
function isOpenEnded(text: string): boolean {
  const end = text.slice(-300)
  return (
    end.lastIndexOf('(') > end.lastIndexOf(')') ||
    /(?:\bIn|&|\band|\() ?(?:\p{Lu}\. ?)+$/u.test(end.slice(-40)) ||
    /(?:[,&:;(–—-]|\b(?:and|in|from|at|of|the|a|an|doi|und|et|vol\.|no\.|pp\.|pp?|eds?\.?,|available|retrieved))$/i.test(
      end.slice(-40),
    )
  )
}

function isContinuation(text: string): boolean {
  return isFurtherDetail(text) || (/^\p{Ll}/u.test(text) && !startsEntry(text))
}

function isFurtherDetail(text: string): boolean {
  if (/^In \p{Lu}/u.test(text)) return true
  return /^(?:[,;:)&.…\]}–—]|pp?\. ?\d|vol\. ?\d|retrieved (?:from|on|\p{L}+ \d)|available (?:at|from)|https?:\/\/|doi:)/iu.test(
    text,
  )
}

/** Whether the line broke because the next word would not have fitted. */
function isWrapped(previous: string, text: string, width: number): boolean {
  const word = /^\S*/.exec(text.slice(0, 400))?.[0].length ?? 0
  return previous.length + 1 + word >= width * 0.85
}
