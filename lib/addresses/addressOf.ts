const FOLDERS = {article: '/articles/', author: '/authors/', topic: '/topics/', series: '/series/', page: '/'} as const

/** A document type that has a page of its own on the site. */
export type Addressed = keyof typeof FOLDERS

/** The path of a document's page: `/articles/on-tides`, and `/colophon` for a page document. Slugs are percent-encoded. */
export function addressOf(type: Addressed, slug: string): string {
  return `${FOLDERS[type]}${encodeURIComponent(slug)}`
}
