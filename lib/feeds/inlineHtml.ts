import {escapeText} from '@/lib/citations/entries/entryFormat'
import {segmentRuns} from '@/lib/citations/citing/citationSegment'
import {noteMark} from '@/lib/citations/citing/noteMark'
import {placeCitations} from '@/lib/citations/citing/placeCitations'
import {isSafeHref} from '@/lib/links/isSafeHref'
import {field, isNode, text, type PortableNode} from '@/lib/portable-text/walk'

import {absoluteUrl, type FeedContext} from './feedContext'

interface Child extends PortableNode {
  _key: string
}

const DECORATORS = ['em', 'strong', 'code', 'sub', 'sup']

/** The children of a block as markup. */
export function inlineHtml(block: object, context: FeedContext): string {
  const links = new Map(listOf(field(block, 'markDefs')).map((mark) => [text(mark, '_key'), text(mark, 'href')]))
  const children = listOf(field(block, 'children')).filter(isChild)
  return placeCitations(children, context.works)
    .map((child) => childHtml(child, links, context))
    .join('')
}

/** Members of an array that are objects; nothing when it is none. */
export function listOf(value: unknown): object[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === 'object' && member !== null) : []
}

function childHtml(child: Child, links: ReadonlyMap<string, string>, context: FeedContext): string {
  if (child._type === 'span') return spanHtml(child, links, context)
  if (child._type === 'citation') return citationHtml(child, context)
  if (child._type !== 'footnote') return ''
  const note = context.noteOf(child)
  return note ? `<sup>${link(`#${note.id}`, noteMark(note.number, context.works), context)}</sup>` : ''
}

function spanHtml(span: Child, links: ReadonlyMap<string, string>, context: FeedContext): string {
  const marks: unknown[] = Array.isArray(field(span, 'marks')) ? [field(span, 'marks')].flat() : []
  const plain = escapeText(text(span, 'text')).replaceAll('\n', '<br>')
  return marks.reduceRight<string>((html, mark) => {
    if (typeof mark !== 'string') return html
    if (DECORATORS.includes(mark)) return `<${mark}>${html}</${mark}>`
    const href = links.get(mark)
    return href && isSafeHref(href) ? `<a href="${escapeText(absoluteUrl(href, context))}">${html}</a>` : html
  }, plain)
}

function citationHtml(citation: Child, context: FeedContext): string {
  return segmentRuns(context.works.segmentsOf(citation))
    .map((run) => {
      const html = run.map(({html, link: to}) => (to ? link(to.href, html, context) : html)).join('')
      return run[0]?.isRaised ? `<sup>${html}</sup>` : html
    })
    .join('')
}

function link(fragment: string, html: string, context: FeedContext): string {
  return `<a href="${escapeText(context.pageUrl + fragment)}">${html}</a>`
}

function isChild(value: object): value is Child {
  return isNode(value) && typeof field(value, '_key') === 'string'
}
