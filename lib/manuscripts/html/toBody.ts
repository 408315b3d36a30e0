import type {BodyMember, Figure, Footnote} from '@/lib/manuscripts/body'
import type {Finding} from '@/lib/manuscripts/finding'

import {BodyWriter} from './bodyWriter'
import {toCode} from './code'
import {headRole, type HeadRole, isBlockElement, isListMarker, isUnseen, surroundingsName} from './elements'
import {isStruck, lookIn} from './looks'
import {classesOf, type MarkupElement, type MarkupNode} from './markup'
import {NOTE_TAG} from './notes'
import {toNoteText} from './noteText'
import {isPicture, type Picture, toPicture} from './pictures'
import {beginsItem, lostNumber, type Place, placeIn, START} from './place'
import {plainWords} from './plainWords'
import {lostInCells} from './lostInCells'
import {isLayoutTable, strayNodes, toTable} from './tables'

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

/** The members of an article's body that markup holds, in reading order. Nothing that can be read is left out unsaid. */
export function toBody(root: MarkupElement, createKey: () => string): ReadBody {
  const writer = new BodyWriter(createKey)
  const pictures = new Map<string, Picture>()

  readAll(root.children, START)
  writer.flush()
  const {members, headings, captions, roles, findings} = writer
  return {members, pictures, headings, captions, roles, findings}

  function readAll(nodes: readonly MarkupNode[], at: Place): void {
    for (const node of nodes) {
      if (typeof node === 'string') writer.write(node, at)
      else read(node, at)
    }
  }

  function read(element: MarkupElement, at: Place): void {
    const {tag, children} = element
    if (isUnseen(element) || isListMarker(element)) return
    const surroundings = surroundingsName(element)
    if (surroundings) return leaveOut(element, surroundings)
    if (tag === 'br') return writer.write('\n', at, true)
    if (tag === NOTE_TAG) return writer.writeNote(toFootnote(element), at)
    if (tag === 'pre') return readCode(element)
    if (tag === 'table') return readTable(element, at)
    if (isPicture(element)) return readPicture(element)
    if (isStruck(element)) writer.say('Text that is struck out was taken over without the line through it.')
    const inside = {...at, ...lookIn(element, at), role: headRole(element) ?? at.role}
    if (tag === 'q') return readQuotation(element, inside)
    if (!isBlockElement(element)) return readAll(children, inside)

    writer.flush()
    const message = lostNumber(element, {at, next: writer.nextNumber()})
    if (message) writer.say(message)
    if (beginsItem(element)) writer.beginItem()
    readAll(children, placeIn(element, inside))
    writer.flush()
  }

  /** Pages set the marks around it by themselves. */
  function readQuotation({children}: MarkupElement, at: Place): void {
    const [before, after] = at.quoteDepth % 2 === 0 ? ['“', '”'] : ['‘', '’']
    writer.write(before, at)
    readAll(children, {...at, quoteDepth: at.quoteDepth + 1})
    writer.write(after, at)
  }

  function readCode(element: MarkupElement): void {
    writer.flush()
    const code = toCode(element, createKey)
    if (code.code.trim() !== '') writer.add(code, code.code)
  }

  function readTable(element: MarkupElement, at: Place): void {
    writer.flush()
    if (isLayoutTable(element)) return readAll(element.children, at)
    readAll(strayNodes(element), at)
    writer.flush()
    const table = toTable(element, {textOf: plainWords, createKey})
    if (!table.rows.some(({cells}) => cells.some((cell) => cell !== ''))) return
    const caption = table.caption ? '' : writer.takeCaption()
    if (caption) table.caption = caption
    for (const message of lostInCells(element, table)) writer.say(message)
    writer.add(table)
  }

  function readPicture(element: MarkupElement): void {
    const picture = toPicture(element)
    if (!picture) return
    writer.flush()
    const figure: Figure = {_type: 'figure', _key: createKey()}
    pictures.set(figure._key, picture)
    writer.add(figure)
  }

  function toFootnote(element: MarkupElement): Footnote {
    const read = toBody({...element, tag: 'div'}, createKey)
    writer.findings.push(...read.findings)
    for (const {alt, src} of read.pictures.values())
      writer.say(`A picture in a note was left out: ${alt || src.slice(0, 80)}.`)
    return {_type: 'footnote', _key: createKey(), text: toNoteText(read.members, createKey)}
  }

  function leaveOut(element: MarkupElement, name: string): void {
    const text = plainWords([element])
    const address = element.attributes.get('src') ?? element.attributes.get('data') ?? ''
    if (text === '' && (address === '' || classesOf(element).includes('hidden'))) return
    writer.sayLeftOut(`${name} was left out: ${shorten(text || address.slice(0, 200))}`, text)
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `“${text.slice(0, 79).trimEnd()}…”` : `“${text}”`
}
