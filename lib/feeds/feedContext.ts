import type {CitedWorks} from '@/lib/citations/citing/citedEntry'
import type {FootnoteNumbering} from '@/lib/portable-text/footnotes'

/** What the parts of one feed entry share. */
export interface FeedContext {
  works: Pick<CitedWorks, 'isNumbered' | 'segmentsOf'>
  noteOf: FootnoteNumbering['noteOf']
  /** Absolute address of the article's page. */
  pageUrl: string
}

/** An address of the site made absolute, because a feed is read elsewhere. */
export function absoluteUrl(href: string, {pageUrl}: Pick<FeedContext, 'pageUrl'>): string {
  return URL.parse(href, pageUrl)?.href ?? pageUrl
}
