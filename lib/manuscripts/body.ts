/** The members of an `articleBody` that a manuscript can hold, as documents store them. */
export interface Span {
  _type: 'span'
  _key: string
  text: string
  /** Decorators, and keys of the block's `markDefs`. */
  marks: string[]
}

export interface Link {
  _type: 'link'
  _key: string
  href: string
}

export interface Footnote {
  _type: 'footnote'
  _key: string
  text: TextBlock[]
}

export interface CitationItem {
  _type: 'citationItem'
  _key: string
  reference: Reference
  locator?: string
  label?: string
  prefix?: string
  suffix?: string
  suppressAuthor?: boolean
}

export interface Reference {
  _type: 'reference'
  _ref: string
  /** A draft that was never published can be pointed at only like this. */
  _weak?: boolean
  _strengthenOnPublish?: {type: string}
}

export interface Citation {
  _type: 'citation'
  _key: string
  mode: 'parenthetical' | 'narrative'
  items: CitationItem[]
}

export type Inline = Span | Footnote | Citation
export type BlockStyle = 'normal' | 'h2' | 'h3' | 'h4' | 'blockquote'

export interface TextBlock {
  _type: 'block'
  _key: string
  style: BlockStyle
  listItem?: 'bullet' | 'number'
  /** From 1. */
  level?: number
  markDefs: Link[]
  children: Inline[]
}

export interface Table {
  _type: 'table'
  _key: string
  caption?: string
  headerRow: boolean
  rows: {_type: 'tableRow'; _key: string; cells: string[]}[]
}

export interface Code {
  _type: 'code'
  _key: string
  language: string
  code: string
}

export interface Credit {
  _type: 'credit'
  creator?: string
  outlet?: string
  url?: string
}

/** A figure without its picture: who reads the file uploads it and puts it in. */
export interface Figure {
  _type: 'figure'
  _key: string
  image?: {_type: 'image'; asset: Reference}
  alt?: string
  caption?: TextBlock[]
  credit?: Credit
}

export type BodyMember = TextBlock | Table | Code | Figure

/** A member of a stored body, which has kinds that no manuscript holds. */
export interface Member {
  _type: string
  _key: string
}

/** Whether a member is a paragraph in all its parts: what is stored may have been made by anything. */
export function isTextBlock(member: Member): member is TextBlock {
  return (
    member._type === 'block' &&
    hasList(member, 'markDefs') &&
    hasList(member, 'children') &&
    isInlineList(member.children)
  )
}

export function isFigure(member: Member): member is Figure {
  return (
    member._type === 'figure' &&
    (!hasList(member, 'caption') || member.caption.every((block) => isMember(block) && isTextBlock(block)))
  )
}

function isInlineList(children: readonly unknown[]): boolean {
  return children.every((child) => {
    if (!isMember(child)) return false
    if (child._type === 'span') return 'text' in child && typeof child.text === 'string' && hasList(child, 'marks')
    if (child._type === 'footnote')
      return hasList(child, 'text') && child.text.every((block) => isMember(block) && isTextBlock(block))
    return child._type === 'citation'
  })
}

function isMember(value: unknown): value is Member {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_type' in value &&
    '_key' in value &&
    typeof value._type === 'string'
  )
}

function hasList<Name extends string>(value: object, name: Name): value is Record<Name, unknown[]> {
  return name in value && Array.isArray(Object.entries(value).find(([key]) => key === name)?.[1])
}

/** The text of a block, inline objects left out. */
export function textOf(block: Pick<TextBlock, 'children'>): string {
  return block.children.map((child) => (child._type === 'span' ? child.text : '')).join('')
}
