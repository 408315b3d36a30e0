import {doiUrl, toBareDoi} from '@/lib/identifiers/doi'
import {checkedAddress, webHref} from '@/lib/links/checkedAddress'
import {mementoOf} from '@/lib/links/memento'
import type {ReferenceRecord} from '@/lib/citations/reference'
import {DEFAULT_STYLE} from '@/lib/citations/styles/citationStyles'
import {localeOfStyle} from '@/lib/citations/styles/locales'
import {styleOf} from '@/lib/citations/styles/styles'

import {archivedCopyOf, type ArchivedCopy, type ArchiveRecord} from './archivedCopy'
import {archivedNote} from './archivedNote'
import {escapeText} from './entryFormat'
import {formatEntry, type EntryOptions, type FormattedEntry} from './formatEntry'
import {titlePlace} from './titlePlace'

/** A reference with what is known of its address. */
export interface ListedReference extends ReferenceRecord {
  archive?: ArchiveRecord | null
  /** Found dead by the link checker; counts as long as it names the address that the reference still has. */
  deadLink?: {url?: string | null} | null
}

/**
 * An entry as readers see it: with its archived copy, to which the title leads when the address is dead.
 *
 * The entry's own link carries Robust Links attributes. Of a dead address without a copy nothing is said.
 *
 * @see https://robustlinks.mementoweb.org/spec/
 */
export function listEntry(reference: ListedReference, options: EntryOptions = {}): FormattedEntry {
  const entry = formatEntry(reference, options)
  const addresses = [doiHref(reference.doi), webHref(reference.url)]
  const copy = archivedCopyOf(reference.archive, addresses)
  if (!copy) return {...entry, html: withAttributes(entry.html, addresses, ownMemento)}

  const {label, gone} = archivedNote(copy, dateLanguage(options))
  const address = checkedAddress(reference)
  const isGone = address !== null && reference.deadLink?.url === address
  const html = isGone
    ? withLinkedTitle(entry.html, {title: titlePlace(reference, options), copy, address})
    : withAttributes(entry.html, addresses, () => versionAttributes(copy))
  const said = isGone ? `${gone}; ` : ''
  const attributes = isGone ? memento(address, copy.date) : ''
  return {
    html: `${html} <span class="archived">(${said}<a href="${escapeText(copy.url)}"${attributes}>${label}</a>)</span>`,
    text: `${entry.text} (${said}${label}: ${copy.url})`,
  }
}

/** The English in which the entry's own dates are set: one entry does not have two orders of day and month. */
function dateLanguage({style = DEFAULT_STYLE, language = 'en-US'}: EntryOptions): string {
  if (!/^en\b/i.test(language)) return language
  return styleOf(style).isApa ? 'en-US' : localeOfStyle(styleOf(style), language)
}

function doiHref(doi: string | null | undefined): string | null {
  const bare = toBareDoi(doi ?? '')
  return bare === null ? null : doiUrl(bare)
}

const ANCHOR = /<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)<\/a>/g

/** Adds attributes to the links that lead to one of the addresses. */
function withAttributes(
  html: string,
  addresses: readonly (string | null)[],
  attributesOf: (address: string) => string,
): string {
  return html.replace(ANCHOR, (anchor, href: string) => {
    const address = addresses.find((candidate) => candidate !== null && escapeText(candidate) === href)
    return address ? anchor.replace(`href="${href}"`, () => `href="${href}"${attributesOf(address)}`) : anchor
  })
}

/** The title leads to the copy; the address stays to be read, and leads nowhere. */
function withLinkedTitle(
  html: string,
  {title, copy, address}: {title: ReturnType<typeof titlePlace>; copy: ArchivedCopy; address: string},
): string {
  const unlinked = (part: string) =>
    part.replace(ANCHOR, (anchor, href: string, text: string) => (href === escapeText(address) ? text : anchor))
  if (!title) return unlinked(html)
  const link = `<a href="${escapeText(copy.url)}"${memento(address, copy.date)}>`
  const {start, end} = title
  return `${unlinked(html.slice(0, start))}${link}${html.slice(start, end)}</a>${unlinked(html.slice(end))}`
}

function versionAttributes({url, date}: ArchivedCopy): string {
  return ` data-versionurl="${escapeText(url)}"${dated(date)}`
}

/** For a link to an archive, whether it stands there for another address or is the work's own. */
function memento(originalUrl: string, date: string | null): string {
  return ` data-originalurl="${escapeText(originalUrl)}"${dated(date)}`
}

function ownMemento(address: string): string {
  const own = mementoOf(address)
  return own ? memento(own.originalUrl, own.date) : ''
}

function dated(date: string | null): string {
  return date === null ? '' : ` data-versiondate="${date}"`
}
