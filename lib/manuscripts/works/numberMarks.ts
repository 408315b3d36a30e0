import type {TextBlock} from '@/lib/manuscripts/body'
import {readLocator} from './locators'
import {contextOf, lineOf, type Mark, type MarkedWork} from './marks'

const WIDEST_RANGE = 30

const LEAD = /^(?:see|cf\.?|e\.g\.|compare|for example)(?:\s+also)?$/i
const WORKS =
  /^(?:((?:see|cf\.?|e\.g\.|compare|for example)(?:\s+also)?)\s+)?(?:refs?\.?\s+)?(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?$/i

/** `[1]`, `[2][3]`, `[1]–[3]` */
const BRACKETS = /\[[^[\]\n]{1,80}\](?:(?:(?<=\[\d{1,3}\])\s?[–—-]\s?(?=\[\d{1,3}\]))?\[[^[\]\n]{1,80}\]){0,8}/g
const BETWEEN = /(?<=\[\d{1,3})\]\s?[–—-]\s?\[(?=\d{1,3}\])/g

export interface NumberMarks {
  marks: Mark[]
  /** Bracketed numbers that no entry has, as written. */
  unmatched: string[]
}

/**
 * Numbers in paragraphs that point to entries of a numbered list: in square brackets, raised, or, where the text has
 * neither, in round ones that count up from 1.
 *
 * @param numbers - the number of each entry.
 */
export function findNumberMarks(blocks: readonly TextBlock[], numbers: readonly number[]): NumberMarks {
  const found = blocks.map((block) => ({
    bracketed: bracketed(block, numbers),
    raised: [...raised(block, numbers), ...raisedSigns(block, numbers)],
  }))
  const marks = found.flatMap(({bracketed, raised}) => [...bracketed.marks, ...raised])
  const unmatched = found.flatMap(({bracketed}) => bracketed.unmatched)
  if (marks.length > 0) return {marks, unmatched}
  const round = blocks.flatMap((block) => inRoundBrackets(block, numbers))
  return {marks: countsUp(round, numbers.length) ? round : [], unmatched}
}

function bracketed(block: TextBlock, numbers: readonly number[]): NumberMarks {
  const line = lineOf(block)
  const marks: Mark[] = []
  const unmatched: string[] = []
  for (const match of line.matchAll(BRACKETS)) {
    const parts = match[0].replace(BETWEEN, '–').slice(1, -1).split('][')
    const works = parts.map((part) => readWorks(part, numbers))
    if (works.every((list) => list !== null)) marks.push(toMark(block, {line, match, works: works.flat()}))
    else if (parts.every((part) => /^\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*$/.test(part))) unmatched.push(match[0])
  }
  return {marks, unmatched}
}

function toMark(
  block: TextBlock,
  {line, match, works}: {line: string; match: RegExpExecArray; works: MarkedWork[]},
): Mark {
  const start = match.index
  const end = start + match[0].length
  const text = match[0]
  return {blockKey: block._key, start, end, text, works, mode: 'parenthetical', ...contextOf(line, {start, end})}
}

/** Digits that are raised after a word or a sign; `m²`, `10³` and `1st` are none. */
function raised(block: TextBlock, numbers: readonly number[]): Mark[] {
  const line = lineOf(block)
  const marks: Mark[] = []
  let at = 0
  let run: {start: number; text: string} | null = null
  const close = () => {
    const [, lead = '', digits = ''] = /^(\s*[([]?)([\d\s,–-]+)[)\]]?\s*$/.exec(run?.text ?? '') ?? []
    const works = run && !/\[/.test(lead) ? readWorks(digits, numbers) : null
    if (run && works && mayStandBefore(line.slice(0, run.start))) {
      const end = run.start + run.text.trimEnd().length
      const start = run.start
      const text = run.text.trim()
      const around = contextOf(line, {start, end})
      marks.push({blockKey: block._key, start, end, text, works, mode: 'parenthetical', ...around})
    }
    run = null
  }
  for (const child of block.children) {
    const isRaised = child._type === 'span' && child.marks.includes('sup')
    if (isRaised && run) run.text += child.text
    else {
      close()
      if (isRaised) run = {start: at, text: child.text}
    }
    at += child._type === 'span' ? child.text.length : 1
  }
  close()
  return marks
}

const SIGNS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `tides.¹⁻³`: signs that are raised by themselves, as they come from PDFs. */
function raisedSigns(block: TextBlock, numbers: readonly number[]): Mark[] {
  const line = lineOf(block)
  return [...line.matchAll(/[⁰¹²³⁴-⁹]+(?:[,⁻–-][⁰¹²³⁴-⁹]+)*/g)].flatMap((match) => {
    const digits = match[0].replace(/[⁰¹²³⁴-⁹]/g, (sign) => String(SIGNS.indexOf(sign))).replaceAll('⁻', '–')
    const works = mayStandBefore(line.slice(0, match.index)) ? readWorks(digits, numbers) : null
    return works ? [toMark(block, {line, match, works})] : []
  })
}

function mayStandBefore(text: string): boolean {
  const before = text.trimEnd()
  return /[\p{L}]{3}$/u.test(before) || /[.,;:!?)”"’'»%\ufffc]$/u.test(before) || /(?:^|\s)\d{4}$/.test(before)
}

function inRoundBrackets(block: TextBlock, numbers: readonly number[]): Mark[] {
  const line = lineOf(block)
  return [...line.matchAll(/(?<=\S\s?)\((\d{1,3}(?:\s*[,–-]\s*\d{1,3})*)\)/g)].flatMap((match) => {
    const works = readWorks(match[1] ?? '', numbers)
    return works ? [toMark(block, {line, match, works})] : []
  })
}

/** Whether first uses come as 1, 2, 3 … and most entries are used: years and enumerations are not like that. */
function countsUp(marks: readonly Mark[], entries: number): boolean {
  const firstUses = [...new Set(marks.flatMap(({works}) => works.map(({entry}) => entry)))]
  return firstUses.length >= 2 && firstUses.length * 2 >= entries && firstUses.every((entry, index) => entry === index)
}

/** `3`, `1, 2`, `1–3`, `see 3, p. 12; 5`, `3: 12`; `null` unless every part is understood and every number is an entry's. */
function readWorks(text: string, numbers: readonly number[]): MarkedWork[] | null {
  const works: MarkedWork[] = []
  let prefix = ''
  const parts = text.split(/([,;:])/)
  for (let at = 0; at < parts.length; at += 2) {
    const words = (parts[at] ?? '').trim()
    const last = works.at(-1)
    const place = parts[at - 1] === ':' ? readLocator(`p. ${words}`) : readLocator(words)
    if (last && place) Object.assign(last, place)
    else if (!last && LEAD.test(words)) prefix = words
    else {
      const [, lead = prefix, from, to = from] = WORKS.exec(words) ?? []
      const entries = from ? entriesOf(Number(from), Number(to), numbers) : null
      if (!entries) return null
      works.push(...entries.map((entry, index): MarkedWork => ({entry, ...(lead && index === 0 && {prefix: lead})})))
      prefix = ''
    }
  }
  return works.length > 0 ? works : null
}

function entriesOf(from: number, to: number, numbers: readonly number[]): number[] | null {
  if (to < from || to - from > WIDEST_RANGE) return null
  const entries = Array.from({length: to - from + 1}, (_, index) => numbers.indexOf(from + index))
  return entries.includes(-1) ? null : entries
}
