import {isSafeHref} from '@/lib/links/isSafeHref'
import {type BodyMember, type Footnote, type TextBlock, textOf} from '@/lib/manuscripts/body'
import type {Finding} from '@/lib/manuscripts/finding'

import type {HeadRole} from './elements'
import {writtenHref} from './hrefs'
import {paragraphsOf, type Piece} from './paragraph'
import {type Place, START} from './place'

/** Collects words into paragraphs, and these with other members into a body, in reading order. */
export class BodyWriter {
  readonly members: BodyMember[] = []
  readonly headings = new Map<string, number>()
  readonly captions = new Set<string>()
  readonly roles = new Map<string, HeadRole>()
  readonly findings: Finding[] = []
  readonly #createKey: () => string
  #pieces: Piece[] = []
  #place = START
  #lastWords = ''
  #isFirstInItem = false
  /** Numbered ones of the first level in the list that goes on here. */
  #items = 0

  constructor(createKey: () => string) {
    this.#createKey = createKey
  }

  write(text: string, at: Place, isBreak = false): void {
    if (text === '') return
    const isBlank = text.trim() === ''
    if (this.#pieces.length === 0) {
      if (isBlank) return
      this.#place = at
    }
    this.#pieces.push({
      text: isBreak ? text : text.replace(/[\n\r\t]/g, ' '),
      marks: at.marks,
      href: isBlank ? null : this.#link(at.href, text),
    })
    if (!isBlank) this.#lastWords = `${this.#lastWords}${text}`.slice(-200)
  }

  writeNote(note: Footnote, at: Place): void {
    if (this.#pieces.length === 0) this.#place = at
    this.#pieces.push(note)
  }

  /** The next paragraph is the first of a list's item. */
  beginItem(): void {
    this.#isFirstInItem = true
  }

  /** The number that a numbered item of the first level would have here. */
  nextNumber(): number {
    return this.#items + 1
  }

  /** Ends the paragraph. */
  flush(): void {
    if (this.#pieces.length === 0) return
    this.#lastWords += ' '
    const {shape, heading, isCaption, role} = this.#place
    const isItem = shape.listItem !== undefined
    // A list item is one paragraph; its later ones would end the list and start its numbers anew.
    const joined = isItem
      ? this.#pieces.map((piece) => ('href' in piece ? {...piece, text: piece.text.replace(/\n+/g, '\n')} : piece))
      : this.#pieces
    this.#pieces = []
    const createKey = this.#createKey
    const blocks = paragraphsOf(joined, {shape: isItem ? {...shape, level: shape.level ?? 1} : shape, createKey})
    if (isItem && !this.#isFirstInItem && blocks.length > 0 && this.#appendToItem(blocks)) return
    if (isItem && blocks.length > 0) this.#isFirstInItem = false
    for (const block of blocks) {
      this.#count(block)
      if (heading) this.headings.set(block._key, heading)
      if (isCaption) this.captions.add(block._key)
      if (role) this.roles.set(block._key, role)
    }
    this.members.push(...blocks)
  }

  /** `words` are those by which the place behind it is found again. */
  add(member: BodyMember, words = ''): void {
    this.#items = 0
    this.members.push(member)
    if (words !== '') this.#lastWords = words.slice(-200)
  }

  /** Takes back a paragraph before a table that is its caption by its style; '' when there is none. */
  takeCaption(): string {
    const last = this.members.at(-1)
    const isOfPicture = this.members.at(-2)?._type === 'figure'
    if (isOfPicture || last?._type !== 'block' || !this.captions.has(last._key)) return ''
    this.members.pop()
    return textOf(last)
  }

  /** Tells something to the editor, once in a row. */
  say(message: string): void {
    if (this.findings.at(-1)?.message !== message) this.findings.push({message, after: tail(this.#lastWords)})
  }

  /** Tells which words were left out. */
  sayLeftOut(message: string, text: string): void {
    this.findings.push({message, text, after: tail(this.#lastWords)})
  }

  #count({listItem, level}: TextBlock): void {
    if (!listItem || (level === 1 && listItem !== 'number')) this.#items = 0
    else if (level === 1) this.#items++
  }

  #link(href: string | null, text: string): string | null {
    if (!href || href.startsWith('#')) return null
    const written = writtenHref(href)
    if (written && isSafeHref(written)) return written
    this.say(`The link on “${text.trim()}” was left out: ${href.slice(0, 200)} is no address that readers can follow.`)
    return null
  }

  #appendToItem(blocks: readonly TextBlock[]): boolean {
    const item = this.members.at(-1)
    if (item?._type !== 'block' || !item.listItem) return false
    for (const {children, markDefs} of blocks) {
      item.children.push({_type: 'span', _key: this.#createKey(), text: '\n', marks: []}, ...children)
      item.markDefs.push(...markDefs)
    }
    return true
  }
}

/** The last whole words, by which a place is found again. */
function tail(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length > 60 ? words.slice(-60).replace(/^\S*\s/, '') : words
}
