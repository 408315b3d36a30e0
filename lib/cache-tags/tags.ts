/** The page holds something of this document, or would if the document existed. */
export function documentTag(id: string): string {
  return `doc:${id}`
}

/** The page shows which documents of a type there are, or their order; with a year only those published in it. */
export function listTag(type: string, year?: number): string {
  return year === undefined ? `list:${type}` : `list:${type}:${year}`
}

/** The page shows which documents name this one: an author's articles, a series' parts. */
export function referrersTag(id: string): string {
  return `refs:${id}`
}

/** The page is, or would be, the page of the document with this slug. Safe in a header whatever a visitor typed. */
export function slugTag(type: string, slug: string): string {
  return `slug:${type}:${encodeURIComponent(slug)}`
}

const READ_AT = 'read:'

/** Not a tag to expire, but a note on the page of when its content was asked for, in Unix milliseconds. */
export function readAtTag(startedAt: number): string {
  return `${READ_AT}${startedAt}`
}

/** When the oldest content of a page was asked for, by the page's tags; `null` when they do not tell. */
export function readAtOf(tags: readonly string[]): number | null {
  const times = tags.filter((tag) => tag.startsWith(READ_AT)).map((tag) => Number(tag.slice(READ_AT.length)))
  return times.length > 0 ? Math.min(...times) : null
}
