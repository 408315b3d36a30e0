import {addressOf} from '@/lib/addresses/addressOf'
import {citeWorks, type CiteOptions} from '@/lib/citations/citing/citeWorks'
import type {ListedReference} from '@/lib/citations/entries/listEntry'

import {articleHtml, type FeedText} from './articleHtml'
import type {AtomEntry, AtomFeed} from './atom'
import {FEED_PATH} from './feedPath'

/** An article as its feed entry is made of it. */
export interface FeedArticle extends FeedText {
  _id: string
  title: string
  dek: string | null
  slug: string
  /** ISO 8601. */
  publishedAt: string
  updatedAt: string | null
  authors: readonly {author: {name: string}}[]
  topics: readonly {title: string}[]
  furtherReading: readonly string[]
  references: readonly ListedReference[]
}

interface FeedSettings {
  name: string
  tagline: string | null
  language: string
  citationStyle: string
}

/** The publication's feed; entries have the citations and lists of their pages. `siteUrl` is an origin. */
export function feedOf(articles: readonly FeedArticle[], settings: FeedSettings, siteUrl: string): AtomFeed {
  const {name, tagline, language, citationStyle} = settings
  const options = {style: citationStyle, language}
  return {
    id: `${siteUrl}/`,
    title: name,
    subtitle: tagline,
    language,
    url: `${siteUrl}/`,
    selfUrl: siteUrl + FEED_PATH,
    entries: articles.map((article) => feedEntry(article, options, siteUrl)),
  }
}

function feedEntry(article: FeedArticle, options: CiteOptions, siteUrl: string): AtomEntry {
  const {_id, title, dek, slug, publishedAt, updatedAt, authors, topics, references} = article
  const url = siteUrl + addressOf('article', slug)
  return {
    id: tagUri(_id, publishedAt, siteUrl),
    title,
    url,
    published: publishedAt,
    updated: updatedAt !== null && updatedAt > publishedAt ? updatedAt : publishedAt,
    authors: authors.map(({author}) => author.name),
    topics: topics.map((topic) => topic.title),
    summary: dek,
    content: articleHtml(article, citeWorks(article, references, options), url),
  }
}

/** Stays when the article gets another slug. @see https://www.rfc-editor.org/rfc/rfc4151 */
function tagUri(id: string, publishedAt: string, siteUrl: string): string {
  return `tag:${new URL(siteUrl).hostname},${publishedAt.slice(0, 10)}:${id}`
}
