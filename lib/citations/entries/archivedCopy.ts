import {webHref} from '@/lib/links/checkedAddress'
import {calendarDate, mementoOf} from '@/lib/links/memento'

/** An archived copy, as the `reference` document stores it. */
export interface ArchiveRecord {
  url?: string | null
  /** `YYYY-MM-DD`. */
  capturedAt?: string | null
  service?: string | null
}

export interface ArchivedCopy {
  url: string
  /** `YYYY-MM-DD`, without a time zone. */
  date: string | null
}

/**
 * The copy that readers are offered; `null` when there is none, its address is not http(s), or it is where the entry
 * leads anyway. A day that nobody noted is taken from the archive's own address.
 */
export function archivedCopyOf(
  archive: ArchiveRecord | null | undefined,
  addresses: readonly (string | null)[],
): ArchivedCopy | null {
  const url = webHref(archive?.url)
  if (url === null || addresses.some((address) => address !== null && comparable(address) === comparable(url)))
    return null
  return {url, date: calendarDate(archive?.capturedAt) ?? mementoOf(url)?.date ?? null}
}

function comparable(href: string): string {
  return href
    .replace(/^https?:\/\//, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
}
