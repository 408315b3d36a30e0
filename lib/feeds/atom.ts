export interface AtomEntry {
  /** A URI that stays when the address changes. */
  id: string
  title: string
  /** Absolute. */
  url: string
  /** ISO 8601. */
  published: string
  /** ISO 8601. */
  updated: string
  authors: readonly string[]
  topics: readonly string[]
  summary: string | null
  /** HTML with absolute addresses. */
  content: string
}

export interface AtomFeed {
  id: string
  title: string
  subtitle: string | null
  /** BCP 47. */
  language: string
  /** The publication's front page. */
  url: string
  /** This feed. */
  selfUrl: string
  /** Newest first. */
  entries: readonly AtomEntry[]
}

const NEVER = '1970-01-01T00:00:00Z'

/**
 * An Atom feed with full texts, as UTF-8 XML.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function atomFeed(feed: AtomFeed): string {
  const updated = feed.entries.map((entry) => entry.updated).reduce((last, next) => (next > last ? next : last), NEVER)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    feed.subtitle ? element('subtitle', feed.subtitle) : '',
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.url)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.selfUrl)}"/>`,
    element('updated', updated),
    `<author>${element('name', feed.title)}</author>`,
    ...feed.entries.map(entryXml),
    '</feed>',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n')
}

function entryXml(entry: AtomEntry): string {
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
    element('published', entry.published),
    element('updated', entry.updated),
    ...entry.authors.map((name) => `<author>${element('name', name)}</author>`),
    ...entry.topics.map((topic) => `<category term="${escapeXml(topic)}"/>`),
    ...(entry.summary ? [element('summary', entry.summary)] : []),
    `<content type="html">${escapeXml(entry.content)}</content>`,
    '</entry>',
  ].join('\n')
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`
}

/** What XML 1.0 cannot hold is left out, in whichever way it was written. @see https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
