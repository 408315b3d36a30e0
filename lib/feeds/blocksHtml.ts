import {labelledCredit} from '@/lib/bylines/labelledCredit'
import {escapeText} from '@/lib/citations/entries/entryFormat'
import {isWebUrl} from '@/lib/links/isWebUrl'
import {field, text} from '@/lib/portable-text/walk'

import {absoluteUrl, type FeedContext} from './feedContext'
import {inlineHtml, listOf} from './inlineHtml'

const TAGS: Record<string, string> = {h2: 'h2', h3: 'h3', h4: 'h4', blockquote: 'blockquote'}
const IMAGE_WIDTH = 1200

/** Blocks of Portable Text as markup that any reader of feeds shows: no classes, no styles, absolute addresses. */
export function blocksHtml(blocks: unknown, context: FeedContext): string {
  let html = ''
  const open: string[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop()}>`
  }
  for (const block of listOf(blocks)) {
    const list = listTag(block)
    if (list === null) {
      closeTo(0)
      html += memberHtml(block, context)
      continue
    }
    const depth = Math.max(1, Math.min(Number(field(block, 'level')) || 1, open.length + 1))
    closeTo(depth)
    if (open.length === depth && open.at(-1) !== list) closeTo(depth - 1)
    if (open.length === depth) html += '</li>'
    else html += `<${open[open.push(list) - 1]}>`
    html += `<li>${inlineHtml(block, context)}`
  }
  closeTo(0)
  return html
}

/** A picture with its caption and credit. */
export function figureHtml(figure: object, context: FeedContext): string {
  const image = field(figure, 'image')
  const url = typeof image === 'object' && image !== null ? text(image, 'url') : ''
  if (!url) return ''
  const parts = [
    listOf(field(figure, 'caption'))
      .map((block) => inlineHtml(block, context))
      .join('<br>'),
    creditHtml(field(figure, 'credit')),
  ]
  const caption = parts.filter(Boolean).join(' ')
  const src = escapeText(absoluteUrl(`${url}?w=${IMAGE_WIDTH}`, context))
  return (
    `<figure><img src="${src}" alt="${escapeText(text(figure, 'alt'))}">` +
    `${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`
  )
}

function creditHtml(credit: unknown): string {
  if (typeof credit !== 'object' || credit === null) return ''
  return labelledCredit(credit)
    .map(({text, href}) => (href ? `<a href="${escapeText(href)}">${escapeText(text)}</a>` : escapeText(text)))
    .join('')
}

function listTag(block: object): string | null {
  const item = field(block, '_type') === 'block' ? field(block, 'listItem') : null
  if (item === 'number') return 'ol'
  return item === 'bullet' ? 'ul' : null
}

function memberHtml(member: object, context: FeedContext): string {
  const draw = MEMBERS[text(member, '_type')]
  return draw ? draw(member, context) : ''
}

const MEMBERS: Record<string, ((member: object, context: FeedContext) => string) | undefined> = {
  block: (block, context) => {
    const html = inlineHtml(block, context)
    const tag = TAGS[text(block, 'style')] ?? 'p'
    if (html.trim() === '') return ''
    return tag === 'blockquote' ? `<blockquote><p>${html}</p></blockquote>` : `<${tag}>${html}</${tag}>`
  },
  figure: figureHtml,
  table: (table) => {
    const rows = listOf(field(table, 'rows')).map((row, index) => {
      const tag = index === 0 && field(table, 'headerRow') === true ? 'th' : 'td'
      const cells: unknown[] = [field(row, 'cells') ?? []].flat()
      return `<tr>${cells.map((cell) => `<${tag}>${escapeText(String(cell))}</${tag}>`).join('')}</tr>`
    })
    const caption = text(table, 'caption')
    return rows.length > 0
      ? `<table>${caption && `<caption>${escapeText(caption)}</caption>`}${rows.join('')}</table>`
      : ''
  },
  callout: (callout, context) => {
    const title = text(callout, 'title')
    return `<blockquote>${title && `<p><strong>${escapeText(title)}</strong></p>`}${blocksHtml(field(callout, 'text'), context)}</blockquote>`
  },
  pullQuote: (quote) => {
    const words = escapeText(text(quote, 'text'))
    const attribution = escapeText(text(quote, 'attribution'))
    return words && `<blockquote><p>${words}</p>${attribution && `<p>${attribution}</p>`}</blockquote>`
  },
  code: (code) => `<pre><code>${escapeText(text(code, 'code'))}</code></pre>`,
  embed: (embed) => {
    const url = text(embed, 'url')
    const words = escapeText(text(embed, 'title') || url)
    return isWebUrl(url) ? `<p><a href="${escapeText(url)}">${words}</a></p>` : ''
  },
}
