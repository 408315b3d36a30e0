import {isTitleCase} from './organisations'

const ABBREVIATIONS = new Set(
  'v vs etc e.g i.e cf dr mr mrs ms st jr sr prof no nr vol vols pp p ed eds trans inc ltd co corp univ dept gov gen rep sen ca c approx fig mt ft al suppl proc int conf rev hon rt col lt capt sgt messrs bros assoc dist jan feb mar apr jun jul aug sep sept oct nov dec pub stat art sec ch para'.split(
    ' ',
  ),
)

/** Abbreviations that often end a title or a publisher's name. */
const MAY_END = /^(?:inc|ltd|co|corp|etc|jr|sr|al|trans|eds?|bros)$/i

export interface SentenceEnd {
  /** Offset just after the closing punctuation. */
  end: number
  /** The character that ends it; `…` when it may go on as well, `abbreviation` when the full stop may belong to a word. */
  mark: '.' | '?' | '!' | '…' | 'abbreviation'
}

/** Where sentences may end in a text: not in brackets, and not after initials and abbreviations unless marked so. */
export function sentenceEnds(text: string): SentenceEnd[] {
  const ends: SentenceEnd[] = []
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '(' || character === '[') depth++
    else if (character === ')' || character === ']') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    if (
      character === '…' &&
      /[^\s,]$/.test(text.slice(0, index)) &&
      /^\s+\p{Lu}/u.test(text.slice(index + 1, index + 9))
    ) {
      ends.push({end: index + 1, mark: '…'})
      continue
    }
    if (character !== '.' && character !== '?' && character !== '!') continue
    if (character === '.' && isGlued(text, index)) {
      ends.push({end: index + 1, mark: '…'})
      continue
    }
    const [after = ''] = /^[.?!]*["”’»'*]?/.exec(text.slice(index, index + 6)) ?? []
    const end = index + after.length
    if (end < text.length && !startsSentence(text.slice(end, end + 12))) continue
    const isBeforeBracket = /^\s*[([]/.test(text.slice(end, end + 6))
    if (isBeforeBracket && (character !== '.' || endsInAbbreviation(text, index))) continue
    const isAbbreviation = character === '.' && !/[”"’»]$/.test(after) && endsInAbbreviation(text, index)
    ends.push({end, mark: isAbbreviation ? 'abbreviation' : character})
    index = end - 1
  }
  return ends
}

/** `Salt and pepper.Oxford University Press` */
function isGlued(text: string, stop: number): boolean {
  return (
    /\p{Ll}{3}$/u.test(text.slice(Math.max(0, stop - 3), stop)) && /^\p{Lu}\p{Ll}/u.test(text.slice(stop + 1, stop + 3))
  )
}

function startsSentence(text: string): boolean {
  return /^\s+(?:[\p{Lu}\p{Lo}\d"“‘«([<§¿¡]|\p{Ll}{1,4}\p{Lu})/u.test(text) || /^\s*$/.test(text)
}

function endsInAbbreviation(text: string, stop: number): boolean {
  const before = text.slice(Math.max(0, stop - 40), stop)
  const word = /[\p{L}\p{N}.'’-]+$/u.exec(before)?.[0] ?? ''
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true
  if (/\b(?:Vol|Bd|Book|Part)\.? \d{1,2}$/.test(before)) return true
  if (/^\p{Lu}$/u.test(word)) return isInitial(before.slice(0, -1), text.slice(stop + 1, stop + 300))
  return ABBREVIATIONS.has(word.toLowerCase()) && (!MAY_END.test(word) || /^\s*\p{Ll}/u.test(text.slice(stop + 1)))
}

/** A lone capital letter is an initial beside other initials and after a name's companions; `Vitamin C.` is the end. */
function isInitial(before: string, after: string): boolean {
  return (
    /^\s*\p{Lu}\./u.test(after) ||
    isMiddle(before, after) ||
    /(?:^|\p{Lu}\. ?|\b(?:by|of|and|from|with|for|to|on|the|in|dr\.|president|&) )$/iu.test(before)
  )
}

/** `Donald J. Trump’s plan` goes on; in `Vitamin C. Oxford University Press.` a publisher follows, in capitals and last. */
function isMiddle(before: string, after: string): boolean {
  if (!/(?:^|\s)\p{Lu}[\p{Ll}’'-]+ $/u.test(before)) return false
  const [, next = '', rest = ''] = /^\s*([^.?!]{1,200})[.?!]?(.*)$/s.exec(after) ?? []
  return !isTitleCase(next) || /^\s*\p{Lu}/u.test(rest)
}

/** The sentences of a text, trimmed, full stops at their ends dropped. */
export function sentences(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const {end, mark} of sentenceEnds(text)) {
    if (mark === 'abbreviation' && end < text.length) continue
    parts.push(text.slice(from, end))
    from = end
  }
  return [...parts, text.slice(from)].map(withoutStop).filter((part) => part !== '')
}

/** Without blanks and the full stop or comma at the end; an abbreviation of letters and dots keeps its own. */
export function withoutStop(text: string): string {
  const trimmed = text.trim().replace(/(?<![,;:\s])[,;:\s]+$/, '')
  return /(?:\b\p{L}\.){2}$|…$|\.\.\.$/u.test(trimmed) ? trimmed : trimmed.replace(/(?<!\s)\s*\.(["”’»]?)$/, '$1')
}
