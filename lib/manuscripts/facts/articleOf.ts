import {type BodyMember, type Figure, type TextBlock, textOf} from '@/lib/manuscripts/body'
import type {Finding} from '@/lib/manuscripts/finding'
import {levelHeadings} from '@/lib/manuscripts/html/headingLevels'
import {toNoteText} from '@/lib/manuscripts/html/noteText'
import type {ManuscriptBody} from '@/lib/manuscripts/html/readBody'

import {readByline} from './byline'
import {type Biography, splitBiographies} from './biographies'
import {writtenDate} from './writtenDate'

/** What a file says of its article outside the text: front matter, a page's `meta` or a document's properties. */
export interface Stated {
  title?: string
  dek?: string
  /** As written. */
  date?: string
  authors?: readonly string[]
  slug?: string
  topics?: readonly string[]
}

export interface ManuscriptArticle extends Omit<ManuscriptBody, 'headings' | 'roles'> {
  title: string | null
  dek: string | null
  /** Names, in byline order. */
  authors: string[]
  /** `YYYY-MM-DD`. */
  date: string | null
  slug: string | null
  topics: string[]
  /** The picture above the text. */
  leadFigure: Figure | null
  biographies: Biography[]
}

const LONGEST_TITLE = 160
const LONGEST_DEK = 300

/** The parts of an article that a manuscript holds: its head, its text, and what it says of its authors. */
export function articleOf(read: ManuscriptBody, stated: Stated, createKey: () => string): ManuscriptArticle {
  const findings: Finding[] = [...read.findings]
  const rest = [...read.body]
  const title = stated.title ?? takeTitle(rest, read, findings)
  if (stated.title) takeRepeated(rest, stated.title)
  const head = takeHead(rest, read)
  if (stated.dek && head.dek)
    findings.push({
      message: 'The line under the title was left out: the file names another.',
      text: head.dek,
      after: title ?? '',
    })
  const authors = stated.authors?.length ? [...stated.authors] : head.authors
  const date = stated.date === undefined ? head.date : writtenDate(stated.date)
  if (stated.date !== undefined && !date)
    findings.push({message: `The date “${stated.date}” was not understood: write it like 2026-03-12.`, after: ''})
  const {body, biographies} = splitBiographies(rest, authors)
  return {
    title,
    dek: stated.dek ?? head.dek,
    authors,
    date,
    slug: stated.slug ?? null,
    topics: [...(stated.topics ?? [])],
    leadFigure: head.figure,
    body: levelHeadings(body, read.headings),
    pictures: read.pictures,
    biographies: biographies.map(({name, text}) => ({name, text: toNoteText(text, createKey)})),
    findings,
  }
}

function takeTitle(rest: BodyMember[], {headings, roles}: ManuscriptBody, findings: Finding[]): string | null {
  const first = rest.findIndex((member) => member._type === 'block')
  const block = rest[first]
  if (block?._type !== 'block') return null
  const text = textOf(block).replace(/\s+/g, ' ').trim()
  if (text.length > LONGEST_TITLE) return null
  const level = headings.get(block._key)
  const isOnly = [...headings.values()].filter((other) => other <= (level ?? 0)).length === 1
  const isPlain = block.style === 'normal' && !block.listItem && rest.length > first + 1 && !/[.:;,]$/.test(text)
  if (roles.get(block._key) !== 'title' && !(level !== undefined && isOnly) && !isPlain) return null
  if (isPlain && !roles.has(block._key))
    findings.push({message: `The first line was taken for the title: “${text}”.`, after: ''})
  rest.splice(first, 1)
  return text
}

/** A title that stands in the text, too, is not printed twice. */
function takeRepeated(rest: BodyMember[], title: string): void {
  const first = rest.findIndex((member) => member._type === 'block')
  const block = rest[first]
  if (block?._type === 'block' && plain(textOf(block)) === plain(title)) rest.splice(first, 1)
}

interface Head {
  dek: string | null
  authors: string[]
  date: string | null
  figure: Figure | null
}

/** Takes what stands between the title and the text: a subtitle, a byline, a date, a picture. */
function takeHead(rest: BodyMember[], {roles}: ManuscriptBody): Head {
  const head: Head = {dek: null, authors: [], date: null, figure: null}
  for (let taken = 0; taken < 6; taken++) {
    const [member, next] = rest
    if (!member || !(member._type === 'figure' ? takeFigure(member, head) : takeLine(member, {next, head, roles})))
      break
    rest.shift()
  }
  return head
}

function takeFigure(figure: Figure, head: Head): boolean {
  if (head.figure) return false
  head.figure = figure
  return true
}

function takeLine(
  member: BodyMember,
  {next, head, roles}: {next: BodyMember | undefined; head: Head; roles: ManuscriptBody['roles']},
): boolean {
  if (member._type !== 'block' || member.listItem) return false
  const text = textOf(member).replace(/\s+/g, ' ').trim()
  const role = roles.get(member._key)
  if (member.children.some((child) => child._type !== 'span')) return false
  const parts = textOf(member)
    .split(/\s+[|·•–—]\s+|\n/)
    .map((part) => part.trim())
    .filter(Boolean)
  const date = parts.map(writtenDate).find((part) => part !== null) ?? null
  const names = parts.filter((part) => writtenDate(part) === null)
  const authors = names.flatMap((part) => readByline(part, role === 'author') ?? [])
  if (head.authors.length === 0 && authors.length > 0 && names.every((part) => readByline(part, role === 'author'))) {
    head.authors = authors
    head.date ??= date
    return true
  }
  if (date && names.length === 0 && !head.date) {
    head.date = date
    return true
  }
  const isDek = role === 'subtitle' || (isAllEmphasised(member) && next !== undefined)
  if (!isDek || head.dek || text.length > LONGEST_DEK) return false
  head.dek = text
  return true
}

function isAllEmphasised({style, children}: TextBlock): boolean {
  if (style !== 'normal') return false
  return children.every((child) => child._type === 'span' && (child.text.trim() === '' || child.marks.includes('em')))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
