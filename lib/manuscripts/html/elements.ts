import {classesOf, type MarkupElement} from './markup'

/** Never text that anybody sees. */
const UNSEEN = new Set(
  ['head', 'link', 'meta', 'noscript', 'script', 'style', 'template', 'title', 'xml', 'base', 'param'].concat([
    'area',
    'colgroup',
    'datalist',
    'map',
    'source',
    'track',
    'wbr',
  ]),
)

/** Of the page around the text. */
const SURROUNDINGS = new Map([
  ['nav', 'A menu'],
  ['button', 'A button'],
  ['select', 'A form field'],
  ['textarea', 'A form field'],
  ['input', 'A form field'],
  ['svg', 'A drawing'],
  ['canvas', 'A drawing'],
  ['iframe', 'Something from another page'],
  ['object', 'Something from another program'],
  ['embed', 'Something from another program'],
  ['applet', 'Something from another program'],
  ['video', 'A video'],
  ['audio', 'A recording'],
])

const BLOCKS = new Set(
  ['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir'].concat(
    ['div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ['header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'ol', 'p', 'pre', 'search', 'section'],
    ['summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
  ),
)

export function isBlockElement({tag}: MarkupElement): boolean {
  return BLOCKS.has(tag)
}

/** Whether nobody who looks at the page sees it. */
export function isUnseen(element: MarkupElement): boolean {
  const {tag, attributes, style} = element
  if (UNSEEN.has(tag) || (attributes.has('hidden') && attributes.get('hidden') !== 'until-found')) return true
  if (style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all')
    return true
  return tag === 'input' && attributes.get('type') === 'hidden'
}

/** Word's own numbers and bullets, which a list prints by itself. */
export function isListMarker({style}: MarkupElement): boolean {
  return style.get('mso-list') === 'ignore'
}

/** What an element is that does not belong to the text, such as “A menu”; null for everything else. */
export function surroundingsName(element: MarkupElement): string | null {
  const {tag, attributes, style} = element
  const classes = classesOf(element)
  if (attributes.get('role') === 'navigation') return 'A menu'
  if (attributes.get('role') === 'contentinfo' || (tag === 'footer' && RIGHTS.test(textIn(element))))
    return 'The foot of the page'
  if (classes.some((name) => /^MsoToc\d/.test(name))) return 'A line of the table of contents'
  if (style.get('mso-element')?.startsWith('comment') || classes.includes('MsoCommentReference')) return 'A comment'
  if (classes.includes('msocomanchor') || classes.includes('msocomtxt')) return 'A comment'
  if (tag === 'del' && (classes.includes('msoDel') || attributes.has('datetime') || attributes.has('cite')))
    return 'Text that was deleted under “Track changes”'
  return SURROUNDINGS.get(tag) ?? null
}

/** What the foot of a site says, and that of an article does not. */
const RIGHTS = /©|\bcopyright\b|\ball rights reserved\b/i

const LEVEL_OF_TAG = /^h([1-6])$/

/** 1 to 6 for a heading, whichever program marked it as one; null for everything else. */
export function headingLevel(element: MarkupElement): number | null {
  const {tag, attributes} = element
  const byTag = LEVEL_OF_TAG.exec(tag)
  if (byTag) return Number(byTag[1])
  if (attributes.get('role') === 'heading') return Math.min(Math.max(Number(attributes.get('aria-level')) || 2, 1), 6)
  const byClass = classesOf(element).flatMap((name) => /^Mso(?:Heading(\d)|Title)$/.exec(name) ?? [])
  if (byClass.length > 0) return Math.min(Math.max(Number(byClass[1]) || 1, 1), 6)
  return null
}

export function isQuotation(element: MarkupElement): boolean {
  return element.tag === 'blockquote' || classesOf(element).some((name) => /^Mso(?:Intense)?Quote/.test(name))
}

export function isCaption(element: MarkupElement): boolean {
  return (
    ['figcaption', 'caption'].includes(element.tag) ||
    classesOf(element).some((name) => /^(?:MsoCaption|caption)$/.test(name))
  )
}

export interface WordListItem {
  kind: 'bullet' | 'number'
  level: number
  /** As written, where it is one of figures alone. */
  number: number | null
}

/** Where a paragraph stands in a list that Word writes as paragraphs. */
export function wordListItem(element: MarkupElement): WordListItem | null {
  const {style, children} = element
  const place = /level(\d)/.exec(style.get('mso-list') ?? '')
  if (!place || headingLevel(element)) return null
  const marker = markerText(children)?.trim() ?? ''
  const [, number] = /^[([]?(\d+)[.)\]]+$/.exec(marker) ?? []
  const isNumber = /^[([]?(?:\d+|[a-z]{1,5})(?:\.\d+)*[.)\]]/i.test(marker)
  return {kind: isNumber ? 'number' : 'bullet', level: Number(place[1]), number: number ? Number(number) : null}
}

/** Whether Word numbers a heading, in a list that goes through the whole text. */
export function isNumberedHeading(element: MarkupElement): boolean {
  return headingLevel(element) !== null && (markerText(element.children)?.trim() ?? '') !== ''
}

function markerText(children: MarkupElement['children']): string | null {
  for (const child of children) {
    if (typeof child === 'string') continue
    const text = isListMarker(child) ? textIn(child) : markerText(child.children)
    if (text !== null) return text
  }
  return null
}

function textIn({children}: MarkupElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}

/** A part of an article's head. */
export type HeadRole = 'title' | 'subtitle' | 'author' | 'date'

const ROLES: ReadonlyMap<string, HeadRole> = new Map([
  ['MsoTitle', 'title'],
  ['MsoSubtitle', 'subtitle'],
  ['MsoAuthor', 'author'],
  ['MsoDate', 'date'],
])

/** What a paragraph is by the name of its style. */
export function headRole(element: MarkupElement): HeadRole | null {
  return classesOf(element).flatMap((name) => ROLES.get(name) ?? [])[0] ?? null
}
