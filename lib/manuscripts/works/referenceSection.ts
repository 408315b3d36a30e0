import {parseBibliography} from '@/lib/bibliography/parseBibliography'
import type {ParsedEntry} from '@/lib/bibliography/parsedEntry'

import {isTextBlock, type Member, type TextBlock, textOf} from '@/lib/manuscripts/body'
import {isBiographyTitle, isReferencesTitle} from '@/lib/manuscripts/sectionTitles'

/** One work of a list at the end of a text. */
export interface SectionEntry {
  /** Of the paragraph or list item that it stands in. */
  blockKey: string
  /** What marks in the text call it: the number before it, or its place in the list. */
  number: number
  /** The line as it stands, without its number and with the addresses that its words lead to. */
  line: string
  parsed: ParsedEntry
}

export interface ReferenceSection {
  /** As it stands over the first list. */
  title: string
  /** Of the titles, in order. */
  titleKeys: string[]
  /** Headings inside the lists, which go with the last line. */
  subtitles: {key: string; text: string}[]
  /** Words in paragraphs of entries that are no part of one, and go with them. */
  asides: string[]
  /** Of every member, the titles included. */
  keys: string[]
  entries: SectionEntry[]
}

const TITLE_OF_WHAT_MAY_FOLLOW = /^(?:foot|end)?notes?$|^appendix\b|^appendices$|^acknowledge?ments?$|^funding$/i

/** The list of works that a text ends with, or `null`. “References” and “Further reading” after each other are one. */
export function findReferenceSection(body: readonly Member[]): ReferenceSection | null {
  const place = sectionPlace(body)
  if (!place) return null
  const [first, end] = place
  const members = body.slice(first, end).filter(isTextBlock)
  const titles = members.filter((block) => isTitle(block))
  const hasItems = members.some(({listItem}) => listItem !== undefined)
  const isSubtitle = (block: TextBlock) => !isTitle(block) && (isHeading(block) || (hasItems && isBetween(block)))
  const {entries, asides} = numbered(members.filter((block) => !isSubtitle(block) && !isTitle(block)))
  if (entries.length === 0) return null
  return {
    title: textOf(titles[0] ?? {children: []}).trim(),
    titleKeys: titles.map(({_key}) => _key),
    subtitles: members.filter(isSubtitle).map((block) => ({key: block._key, text: textOf(block)})),
    asides,
    keys: members.map(({_key}) => _key),
    entries,
  }
}

/** Whether a text seems to end with a list of works; cheap enough to be asked at every key. */
export function hasReferenceSection(body: readonly Member[]): boolean {
  const place = sectionPlace(body)
  return place !== null && body.slice(...place).some((member) => !isTitle(member))
}

function sectionPlace(body: readonly Member[]): [first: number, end: number] | null {
  const start = lastTitle(body)
  if (start === null) return null
  const end = sectionEnd(body, start)
  const after = body[end]
  return after && !mayFollow(after) ? null : [firstTitle(body, start), end]
}

function lastTitle(body: readonly Member[]): number | null {
  const at = body.findLastIndex((member) => isTitle(member))
  return at < 0 ? null : at
}

/** Where the lists begin that end with this one. */
function firstTitle(body: readonly Member[], last: number): number {
  const before = body.slice(0, last).findLastIndex((member) => isTitle(member))
  return before >= 0 && sectionEnd(body, before) === last ? firstTitle(body, before) : last
}

function sectionEnd(body: readonly Member[], start: number): number {
  const title = body[start]
  const level = title && isTextBlock(title) ? headingLevel(title) : 0
  const length = body.slice(start + 1).findIndex((member) => {
    if (!isTextBlock(member) || isTitle(member)) return true
    return isHeading(member) ? headingLevel(member) <= Math.max(level, 2) : isBiographyTitle(textOf(member))
  })
  return length < 0 ? body.length : start + 1 + length
}

function mayFollow(member: Member): boolean {
  if (!isTextBlock(member)) return false
  const text = textOf(member).trim()
  return isBiographyTitle(text) || TITLE_OF_WHAT_MAY_FOLLOW.test(text)
}

function isTitle(member: Member): boolean {
  return isTextBlock(member) && !member.listItem && isReferencesTitle(textOf(member))
}

function isHeading({style}: TextBlock): boolean {
  return /^h\d$/.test(style)
}

/** `Books` as a paragraph between lists. */
function isBetween(block: TextBlock): boolean {
  const text = textOf(block).trim()
  return !block.listItem && text.length < 60 && !/[\d.!?]|https?:/.test(text)
}

function headingLevel({style}: TextBlock): number {
  return Number(/^h(\d)$/.exec(style)?.[1] ?? 9)
}

const NUMBER = /^(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)])\s+/

function numbered(blocks: readonly TextBlock[]): Pick<ReferenceSection, 'entries' | 'asides'> {
  const entries: SectionEntry[] = []
  const asides: string[] = []
  for (const block of blocks) {
    const text = withAddresses(block).replace(/^[\s^↑]+/, '')
    const written = NUMBER.exec(text)
    const line = written ? text.slice(written[0].length) : text
    const parsedLine = parseBibliography(line)
    const works = parsedLine.filter(({format}) => format !== 'aside')
    if (works.length > 0) asides.push(...parsedLine.filter(({format}) => format === 'aside').map(({pasted}) => pasted))
    for (const [index, parsed] of works.entries()) {
      const number = index === 0 && written ? Number(written[1] ?? written[2] ?? written[3]) : entries.length + 1
      entries.push({blockKey: block._key, number, line: works.length === 1 ? line : parsed.pasted, parsed})
    }
  }
  return {entries, asides}
}

/** The text of an entry, with the addresses of links that do not stand in it. */
function withAddresses(block: TextBlock): string {
  const text = textOf(block).trim()
  const missing = block.markDefs
    .flatMap((mark) => (mark._type === 'link' && typeof mark.href === 'string' ? mark.href : []))
    .filter((href) => !text.includes(href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')))
  return [text, ...missing].join(' ')
}
