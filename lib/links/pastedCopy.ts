import {webHref} from './checkedAddress'
import {mementoOf} from './memento'

/** What the address of an archived copy tells of it, in the fields of a reference's `archive`. */
export interface PastedCopy {
  url: string
  capturedAt?: string
  service?: string
}

const SERVICES: readonly (readonly [host: RegExp, service: string])[] = [
  [/(?:^|\.)archive\.org$/, 'Internet Archive'],
  [/^perma\.cc$/, 'Perma.cc'],
  [/^archive\.(?:today|ph|is|li|md|vn|fo)$/, 'archive.today'],
  [/(?:^|\.)webcitation\.org$/, 'WebCite'],
  [/^arquivo\.pt$/, 'Arquivo.pt'],
  [/^webarchive\.nationalarchives\.gov\.uk$/, 'UK Government Web Archive'],
]

/** The copy behind an address that an editor pasted; `null` when it is no http(s) address, or a list of copies. */
export function pastedCopy(address: string): PastedCopy | null {
  const url = webHref(address)
  if (url === null || /\/web\/(?:\d{4,13})?\*/.test(url)) return null
  const service = SERVICES.find(([host]) => host.test(new URL(url).hostname))?.[1]
  const date = mementoOf(url)?.date
  return {url, ...(date ? {capturedAt: date} : {}), ...(service ? {service} : {})}
}

/** Where the copies of an address are listed. */
export function copiesAddress(url: string): string {
  return `https://web.archive.org/web/*/${url}`
}
