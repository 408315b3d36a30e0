import type {ReferenceRecord} from '@/lib/citations/reference'

import {formatEntry, type EntryOptions} from './formatEntry'

/** Stand in for the title: no name, no container and no address holds them. Styles set other scripts without italics. */
const STAND_INS = ['Qzxqvkj', '䶮䨻䶮']

/** What opens the quotation that each of these ends. */
const OPENING = new Map([
  ['"', '"'],
  ["'", "'"],
  ['”', '“'],
  ['’', '‘'],
  ['»', '«'],
  ['“', '„'],
])

export interface Place {
  start: number
  end: number
}

/**
 * Where the title stands in an entry's markup; `null` when there is no title or it cannot be told.
 *
 * The entry is set once more with a stand-in, in whatever style: what stands before and after it also stands before
 * and after the title.
 */
export function titlePlace(reference: ReferenceRecord, options: EntryOptions): Place | null {
  const title = reference.title?.trim() ?? ''
  if (title === '') return null
  const {html} = formatEntry(reference, options)
  for (const standIn of STAND_INS) {
    for (const ending of new Set([endingOf(title), endingOf(title.replace(/<[^>]*>/g, '')), ''])) {
      const probe = formatEntry({...reference, title: standIn + lastWord(ending) + ending}, options).html
      const place = placeBeside(html, probe.split(new RegExp(standIn, 'i')), ending)
      if (place) return place
    }
  }
  return null
}

function endingOf(title: string): string {
  return /\p{P}+$/u.exec(title)?.[0] ?? ''
}

/** Styles drop or move the stop after `?` and `”`, and keep it after an initial: the stand-in must end as the title does. */
function lastWord(ending: string): string {
  if (ending === '') return ''
  return ` ${OPENING.get(ending.at(-1) ?? '') ?? ''}X`
}

function placeBeside(html: string, [before, rest, more]: readonly string[], ending: string): Place | null {
  if (before === undefined || rest === undefined || more !== undefined) return null
  const after = ending === '' ? rest : rest.replace(/^ \p{P}?X/iu, '')
  const [start, end] = [before.length, html.length - after.length]
  if (start >= end || !html.startsWith(before) || !html.endsWith(after)) return null
  const place = {start, end: end + endingLength(after, ending)}
  return isBalanced(html.slice(place.start, place.end)) ? place : null
}

/** How much of what follows the stand-in is the title's own ending. */
function endingLength(after: string, ending: string): number {
  if (!isQuote(ending.at(-1))) return after.startsWith(ending) ? ending.length : 0
  const [punctuation = ''] = /^\p{P}+/u.exec(after) ?? []
  return [...punctuation].findIndex(isQuote) + 1
}

function isQuote(character: string | undefined): boolean {
  return character !== undefined && OPENING.has(character)
}

function isBalanced(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (name === 'a') return false
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}
