/** What a page says of itself is in these; the rest of it is never taken apart. */
const TELLTALE = /<(?:!--|(meta|link|html|title|script|style|textarea|xmp|iframe)(?=[\s/>]))/gi
const RAW = new Set(['title', 'script', 'style', 'textarea', 'xmp', 'iframe'])
const KEPT = new Set(['meta', 'link', 'html', 'title', 'script'])
const TAG = /^<(?:"[^"]*"|'[^']*'|[^"'>])*>/

const MAX_TAGS = 2_000
const MAX_TAG = 8_000
const MAX_TITLE = 8_000

/**
 * The parts of a page that describe it, one after the other: `html`, `meta`, `link`, `title` and `script`.
 *
 * A parser needs half a minute for a megabyte of nested elements, and the server does nothing else meanwhile; this takes
 * time in proportion to the page, and what is left has no depth.
 */
export function telltaleMarkup(html: string): string {
  const parts: string[] = []
  TELLTALE.lastIndex = 0
  for (let tags = 0; tags < MAX_TAGS; tags++) {
    const found = TELLTALE.exec(html)
    if (!found) break
    const end = endOf(html, found.index, found[1]?.toLowerCase() ?? null, parts)
    if (end === null) break
    TELLTALE.lastIndex = end
  }
  return parts.join('\n')
}

/** Where to read on; `null` when the rest of the page belongs to this element. */
function endOf(html: string, at: number, name: string | null, parts: string[]): number | null {
  if (name === null) return after(html, '-->', at + 4)
  const tag = TAG.exec(html.slice(at, at + MAX_TAG))?.[0]
  if (!tag) return at + 1
  const start = at + tag.length
  if (!RAW.has(name)) {
    parts.push(tag)
    return start
  }
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = start
  const end = closing.exec(html)?.index
  if (end === undefined) return null
  const text = html.slice(start, name === 'title' ? Math.min(end, start + MAX_TITLE) : end)
  if (KEPT.has(name)) parts.push(`${tag}${text}</${name}>`)
  return end
}

function after(text: string, part: string, from: number): number | null {
  const at = text.indexOf(part, from)
  return at === -1 ? null : at + part.length
}
