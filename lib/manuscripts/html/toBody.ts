import {isSafeHref} from '@/lib/links/isSafeHref'
import {type BodyMember, type Figure, type Footnote, type TextBlock, textOf} from '@/lib/manuscripts/body'
import type {Finding} from '@/lib/manuscripts/finding'

import {toCode} from './code'
import {
  headingLevel,
  headRole,
  type HeadRole,
  isBlockElement,
  isCaption,
  isListMarker,
  isQuotation,
  isUnseen,
  surroundingsName,
  wordListItem,
} from './elements'
import {isPicture, type Picture, toPicture} from './pictures'
import {writtenHref} from './hrefs'
import {isStruck, lookIn, type Look} from './looks'
import {classesOf, elementsIn, type MarkupElement, type MarkupNode} from './markup'
import {NOTE_TAG} from './notes'
import {toNoteText} from './noteText'
import {paragraphsOf, type Piece} from './paragraph'
import {plainWords} from './plainWords'
import {isLayoutTable, strayNodes, toTable} from './tables'

/** Where a text stands: what its next paragraph will be. */
interface Place extends Look {
  shape: Pick<TextBlock, 'style' | 'listItem' | 'level'>
  /** 1 to 6, before levels are set right. */
  heading: number | null
  isCaption: boolean
  role: HeadRole | null
  listLevel: number
}

export interface ReadBody {
  members: BodyMember[]
  /** By the key of the figure that waits for it. */
  pictures: ReadonlyMap<string, Picture>
  /** The level of each heading as its program had it, by key. */
  headings: ReadonlyMap<string, number>
  /** Paragraphs that are a caption by their style. */
  captions: ReadonlySet<string>
  /** Paragraphs that are a part of the head of an article by their style, by key. */
  roles: ReadonlyMap<string, HeadRole>
  findings: Finding[]
}

const START: Place = {
  marks: [],
  href: null,
  shape: {style: 'normal'},
  heading: null,
  isCaption: false,
  role: null,
  listLevel: 0,
}

/** The members of an article's body that markup holds, in reading order. Nothing that can be read is left out unsaid. */
export function toBody(root: MarkupElement, createKey: () => string): ReadBody {
  const members: BodyMember[] = []
  const pictures = new Map<string, Picture>()
  const headings = new Map<string, number>()
  const captions = new Set<string>()
  const roles = new Map<string, HeadRole>()
  const findings: Finding[] = []
  let pieces: Piece[] = []
  let place = START
  let lastWords = ''
  let isFirstInItem = false

  readAll(root.children, START)
  flush()
  return {members, pictures, headings, captions, roles, findings}

  function readAll(nodes: readonly MarkupNode[], at: Place): void {
    for (const node of nodes) {
      if (typeof node === 'string') write(node, at)
      else read(node, at)
    }
  }

  function read(element: MarkupElement, at: Place): void {
    const {tag, children} = element
    if (isUnseen(element) || isListMarker(element)) return
    const surroundings = surroundingsName(element)
    if (surroundings) return leaveOut(element, surroundings)
    if (tag === 'br') return write('\n', at, true)
    if (tag === NOTE_TAG) return writeNote(element, at)
    if (tag === 'pre') return readCode(element)
    if (tag === 'table') return readTable(element, at)
    if (isPicture(element)) return readPicture(element)
    if (isStruck(element)) note('Text that is struck out was taken over without the line through it.')
    const inside = {...at, ...lookIn(element, at), role: headRole(element) ?? at.role}
    if (!isBlockElement(element)) return readAll(children, inside)

    flush()
    readAll(children, placeIn(element, inside))
    flush()
  }

  /** The next words belong to a paragraph of this kind. */
  function placeIn(element: MarkupElement, at: Place): Place {
    const {tag} = element
    const word = wordListItem(element)
    if (word) return listPlace(word, at)
    if (tag === 'li') {
      const inList = Number(element.attributes.get('aria-level') ?? element.attributes.get('data-aria-level'))
      return listPlace({kind: at.shape.listItem ?? 'bullet', level: inList || Math.max(at.listLevel, 1)}, at)
    }
    if (tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir') {
      const listItem = tag === 'ol' ? 'number' : 'bullet'
      return {...at, listLevel: at.listLevel + 1, shape: {style: 'normal', listItem}}
    }
    if (at.shape.listItem) return at
    const heading = headingLevel(element)
    if (heading) return {...at, marks: at.marks.filter((mark) => mark !== 'strong'), heading, shape: {style: 'h2'}}
    if (isQuotation(element)) return {...at, shape: {style: 'blockquote'}}
    if (tag === 'dt') return {...at, marks: [...new Set([...at.marks, 'strong'])]}
    return isCaption(element) ? {...at, isCaption: true} : at
  }

  function listPlace({kind, level}: {kind: 'bullet' | 'number'; level: number}, at: Place): Place {
    isFirstInItem = true
    return {...at, shape: {style: 'normal', listItem: kind, level: Math.min(level, 10)}}
  }

  function write(text: string, at: Place, isBreak = false): void {
    if (text === '') return
    const isBlank = text.trim() === ''
    if (pieces.length === 0) {
      if (isBlank) return
      place = at
    }
    pieces.push({
      text: isBreak ? text : text.replace(/[\n\r\t]/g, ' '),
      marks: at.marks,
      href: isBlank ? null : link(at.href, text),
    })
    if (!isBlank) lastWords = `${lastWords}${text}`.slice(-200)
  }

  function link(href: string | null, text: string): string | null {
    if (!href || href.startsWith('#')) return null
    const written = writtenHref(href)
    if (written && isSafeHref(written)) return written
    note(`The link on “${text.trim()}” was left out: ${href.slice(0, 200)} is no address that readers can follow.`)
    return null
  }

  function flush(): void {
    if (pieces.length === 0) return
    lastWords += ' '
    const {shape, heading, isCaption, role} = place
    const isItem = shape.listItem !== undefined
    // A list item is one paragraph; its later ones would end the list and start its numbers anew.
    const joined = isItem
      ? pieces.map((piece) => ('href' in piece ? {...piece, text: piece.text.replace(/\n+/g, '\n')} : piece))
      : pieces
    pieces = []
    const blocks = paragraphsOf(joined, {shape: isItem ? {...shape, level: shape.level ?? 1} : shape, createKey})
    if (isItem && !isFirstInItem && blocks.length > 0 && appendToItem(blocks)) return
    if (isItem && blocks.length > 0) isFirstInItem = false
    for (const block of blocks) {
      if (heading) headings.set(block._key, heading)
      if (isCaption) captions.add(block._key)
      if (role) roles.set(block._key, role)
    }
    members.push(...blocks)
  }

  function appendToItem(blocks: readonly TextBlock[]): boolean {
    const item = members.at(-1)
    if (item?._type !== 'block' || !item.listItem) return false
    for (const {children, markDefs} of blocks) {
      item.children.push({_type: 'span', _key: createKey(), text: '\n', marks: []}, ...children)
      item.markDefs.push(...markDefs)
    }
    return true
  }

  function readCode(element: MarkupElement): void {
    flush()
    const code = toCode(element, createKey)
    if (code.code.trim() === '') return
    members.push(code)
    lastWords = code.code.slice(-200)
  }

  function readTable(element: MarkupElement, at: Place): void {
    flush()
    if (isLayoutTable(element)) return readAll(element.children, at)
    readAll(strayNodes(element), at)
    flush()
    const table = toTable(element, {textOf: plainWords, createKey})
    if (!table.rows.some(({cells}) => cells.some((cell) => cell !== ''))) return
    const last = members.at(-1)
    const isOfPicture = members.at(-2)?._type === 'figure'
    if (!table.caption && !isOfPicture && last?._type === 'block' && captions.has(last._key)) {
      members.pop()
      table.caption = textOf(last)
    }
    for (const inner of elementsIn(element)) {
      const href = inner.tag === 'a' ? inner.attributes.get('href') : undefined
      if (href && !href.startsWith('#'))
        note(`The link ${href.slice(0, 200)} in a table was left out: cells hold plain text.`)
      if (inner.tag === NOTE_TAG)
        note('A note in a table became a part of its cell, in brackets: cells hold plain text.')
      if (inner.tag === 'img') note(`A picture in a table was left out${altOf(inner)}.`)
    }
    if (table.rows.length > 200) note(`The table has ${table.rows.length} rows, and 200 can be published: split it.`)
    members.push(table)
  }

  function altOf(image: MarkupElement): string {
    const alt = image.attributes.get('alt')?.trim()
    return alt ? `: “${alt}”` : ''
  }

  function readPicture(element: MarkupElement): void {
    const picture = toPicture(element)
    if (!picture) return
    flush()
    const figure: Figure = {_type: 'figure', _key: createKey()}
    pictures.set(figure._key, picture)
    members.push(figure)
  }

  function writeNote(element: MarkupElement, at: Place): void {
    if (pieces.length === 0) place = at
    pieces.push(toFootnote(element))
  }

  function toFootnote(element: MarkupElement): Footnote {
    const read = toBody({...element, tag: 'div'}, createKey)
    findings.push(...read.findings)
    for (const {alt, src} of read.pictures.values())
      note(`A picture in a note was left out: ${alt || src.slice(0, 80)}.`)
    return {_type: 'footnote', _key: createKey(), text: toNoteText(read.members, createKey)}
  }

  function leaveOut(element: MarkupElement, name: string): void {
    const text = plainWords([element])
    const address = element.attributes.get('src') ?? element.attributes.get('data') ?? ''
    if (text === '' && (address === '' || classesOf(element).includes('hidden'))) return
    const what = text || address.slice(0, 200)
    findings.push({message: `${name} was left out: ${shorten(what)}`, text, after: tail(lastWords)})
  }

  function note(message: string): void {
    if (findings.at(-1)?.message !== message) findings.push({message, after: tail(lastWords)})
  }
}

/** The last whole words, by which a place is found again. */
function tail(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length > 60 ? words.slice(-60).replace(/^\S*\s/, '') : words
}

function shorten(text: string): string {
  return text.length > 80 ? `“${text.slice(0, 79).trimEnd()}…”` : `“${text}”`
}
