import type {ReferenceType} from '@/lib/citations/referenceTypes'

import {readBracketed} from './brackets'
import type {EntryFields} from '../entryFields'
import type {EmphasisedText} from './emphasis'
import {readGenre} from './genres'
import {sentenceEnds, withoutStop, type SentenceEnd} from './sentences'
import {isTitleCase} from './organisations'

export interface TitleCut {
  /** With the brackets behind the title. */
  title: string
  rest: string
  isSure: boolean
}

/** Cuts a text after its first title: where italics say so, else at the first end of a sentence. */
export function cutTitle(text: string, emphasised?: EmphasisedText, offset = 0): TitleCut {
  const quoted = QUOTED.exec(text)
  if (quoted) return {title: quoted[0], rest: text.slice(quoted[0].length), isSure: true}
  const byItalics = emphasised ? cutByItalics(text, emphasised, offset) : null
  if (byItalics) return byItalics
  const ends = sentenceEnds(text)
  const end = endOfTitle(text, ends)
  const at = end?.end ?? text.length
  return {title: text.slice(0, at), rest: text.slice(at), isSure: end?.mark === '.' || end === undefined}
}

/** A title that is in quotation marks as a whole, as Harvard and MLA have them; `“Salt” and pepper` is none. */
const QUOTED =
  /^(?:["“][^"“”]{3,400}(?:[.,?!]["”]|["”](?=[,.]\s))|[‘'][^‘]{3,400}?(?:[.,?!]['’](?=\s)|['’](?=[,.]\s)))[,.]?\s+(?=in\b|[^\p{Ll}\s])/u

/** A title in italics ends with them; one before italics ends at the sentence before them. */
function cutByItalics(text: string, {italics}: EmphasisedText, offset: number): TitleCut | null {
  const ends = sentenceEnds(text)
  const ranges = italics.map(([start, end]) => [start - offset, end - offset] as const)
  const lead = ranges.find(([start, end]) => start >= 0 && start <= 1 && end > start)
  if (lead) {
    const end = ends.find((sentence) => sentence.end >= lead[1] && !/^\s*[([]/.test(text.slice(sentence.end)))
    if (end) return {title: text.slice(0, end.end), rest: text.slice(end.end), isSure: true}
  }
  const before = ends.findLast(({end}) =>
    ranges.some(([start]) => start > end && /^\s*(?:In\s(?:[^.]|\p{Lu}\.)*)?$/u.test(text.slice(end, start))),
  )
  const first = ends[0]
  if (!before || !first || before.end <= first.end) return null
  const next = text.slice(first.end)
  return /^\s*In\s/.test(next) ? null : {title: text.slice(0, before.end), rest: text.slice(before.end), isSure: true}
}

function endOfTitle(text: string, ends: readonly SentenceEnd[]): SentenceEnd | undefined {
  const clear = ends.filter(({mark, end}) => mark !== 'abbreviation' || end >= text.trimEnd().length)
  const first = clear[0]
  if (!first) return ends[0]
  const isWhole = first.end >= text.trimEnd().length
  if (isWhole)
    return (
      ends.find(({mark}) => mark === 'abbreviation' && text.slice(0, first.end).length > 0 && hasSource(text, ends)) ??
      first
    )
  if (first.mark === '.') return first
  return goesOn(text, first, clear[1], clear[2]) ? clear[1] : first
}

/** A lone sentence with an abbreviation inside may be a title that ends with it and a publisher. */
function hasSource(text: string, ends: readonly SentenceEnd[]): boolean {
  const [inner] = ends
  return (
    inner !== undefined &&
    inner.mark === 'abbreviation' &&
    /\b(?:\p{L}\.){2,}$|\b(?:etc|Inc|Jr)\.$/u.test(text.slice(0, inner.end)) &&
    isTitleCase(text.slice(inner.end)) &&
    text.slice(inner.end).trim().split(' ').length <= 5
  )
}

/** After `?` and `!` a subtitle may follow: when there is still a source behind the next sentence, which is none itself. */
function goesOn(
  text: string,
  first: SentenceEnd,
  second: SentenceEnd | undefined,
  third: SentenceEnd | undefined,
): boolean {
  if (!second || !third) return false
  const next = text.slice(first.end, second.end)
  return !/^\s*In\s|, \d|\(\d/.test(next) && !isTitleCase(withoutStop(next))
}

/** Keeps a title, what the brackets behind it say, and the type that they tell of. */
export function keepTitle(source: string, fields: EntryFields): ReferenceType | null {
  let title = withoutStop(source)
  let type: ReferenceType | null = null
  for (;;) {
    const [whole, round, square] =
      /\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)?)\)|\[([^[\]]*)\])$/.exec(title.slice(-400)) ?? []
    if (whole === undefined || whole.length >= title.length) break
    if (round !== undefined && !readBracketed(round, fields)) break
    if (square !== undefined) {
      const genre = readThesis(square, fields) ?? readGenre(square)
      if (!genre) break
      type ??= genre.type
      fields.set('genre', genre.genre, 'sure')
    }
    title = withoutStop(title.slice(0, title.length - whole.length))
  }
  fields.set('title', withoutQuotes(title), MAY_BE_MORE.test(title) ? 'likely' : 'sure')
  return type
}

/** What a title that was cut wrongly ends with. */
const MAY_BE_MORE = /\([^()]*\b(?:eds?|edn|trans\w*|vols?|rev|repr)\b[^()]*\)$|, (?:trans|transl|eds?)$/i

/** `[Doctoral dissertation, University of X]` names the university too. */
function readThesis(description: string, fields: EntryFields) {
  const [, genre, university] = /^([^,]*(?:thesis|dissertation)[^,]*), (.+)$/i.exec(description) ?? []
  if (!genre) return null
  fields.set('publisher', university, 'sure')
  return {type: 'thesis' as const, genre}
}

/** A title that is in quotation marks as a whole loses them. */
function withoutQuotes(title: string): string {
  const [, inner] = /^["“«„]([^"“”«»„]+?)[.,]?["”»“],?$/.exec(title) ?? /^[‘']([^‘]+?)[.,]?['’],?$/.exec(title) ?? []
  return inner ? inner.trim() : title
}
