import 'server-only'
import {documentTag, listTag, referrersTag, slugTag} from '@/lib/cache-tags/tags'

import {availableStyle} from './citationStyles'
import {publishedClient} from './client'
import {ContentUnavailableError} from './errors'
import {archiveQuery, archiveResult, archiveYearQuery, archiveYearResult} from './queries/archive'
import {articleQuery, articleResult, articleSlugsQuery, articleSlugsResult} from './queries/article'
import {authorPageQuery, authorPageResult} from './queries/authorPage'
import {authorsQuery, authorsResult} from './queries/authors'
import {feedQuery, feedResult} from './queries/feed'
import {homeQuery, homeResult} from './queries/home'
import {pageQuery, pageResult} from './queries/page'
import {seriesQuery, seriesResult} from './queries/series'
import {settingsQuery, settingsResult} from './queries/settings'
import {topicQuery, topicResult} from './queries/topic'
import {topicsQuery, topicsResult} from './queries/topics'
import {contentQuery, readContent, readPublishedContent} from './read'

const article = contentQuery({
  name: 'articleQuery',
  query: articleQuery,
  schema: articleResult,
  tags: ({slug}, article) => [
    slugTag('article', String(slug)),
    ...(article?.series ? [referrersTag(article.series._id)] : []),
  ],
})

const home = contentQuery({
  name: 'homeQuery',
  query: homeQuery,
  schema: homeResult,
  tags: () => [listTag('article'), listTag('topic'), listTag('series')],
})

const feed = contentQuery({
  name: 'feedQuery',
  query: feedQuery,
  schema: feedResult,
  tags: () => [listTag('article')],
})

const authors = contentQuery({
  name: 'authorsQuery',
  query: authorsQuery,
  schema: authorsResult,
  tags: () => [listTag('author')],
})

const author = contentQuery({
  name: 'authorPageQuery',
  query: authorPageQuery,
  schema: authorPageResult,
  tags: ({slug}, author) => [slugTag('author', String(slug)), ...(author ? [referrersTag(author._id)] : [])],
})

const topics = contentQuery({
  name: 'topicsQuery',
  query: topicsQuery,
  schema: topicsResult,
  tags: () => [listTag('topic')],
})

const topic = contentQuery({
  name: 'topicQuery',
  query: topicQuery,
  schema: topicResult,
  tags: ({slug}, topic) => [slugTag('topic', String(slug)), ...(topic ? [referrersTag(topic._id)] : [])],
})

const series = contentQuery({
  name: 'seriesQuery',
  query: seriesQuery,
  schema: seriesResult,
  tags: ({slug}, series) => [slugTag('series', String(slug)), ...(series ? [referrersTag(series._id)] : [])],
})

const archive = contentQuery({
  name: 'archiveQuery',
  query: archiveQuery,
  schema: archiveResult,
  tags: () => [listTag('article')],
})

const archiveYear = contentQuery({
  name: 'archiveYearQuery',
  query: archiveYearQuery,
  schema: archiveYearResult,
  tags: ({from}) => [listTag('article', Number(String(from).slice(0, 4)))],
})

const page = contentQuery({
  name: 'pageQuery',
  query: pageQuery,
  schema: pageResult,
  tags: ({slug}) => [slugTag('page', String(slug))],
})

const settings = contentQuery({
  name: 'settingsQuery',
  query: settingsQuery,
  schema: settingsResult,
  tags: () => [documentTag('settings')],
})

export const readArticle = (slug: string) => readContent(article, {slug})
/** Without drafts, also for an editor who previews: what is downloaded is kept. */
export const readPublishedArticle = (slug: string) => readPublishedContent(article, {slug})
export const readHome = () => readContent(home)
/** Published articles only, also for an editor who previews: what reads feeds keeps them. */
export const readFeed = () => readPublishedContent(feed)
export const readAuthors = () => readContent(authors)
export const readAuthor = (slug: string) => readContent(author, {slug})
export const readTopics = () => readContent(topics)
export const readTopic = (slug: string) => readContent(topic, {slug})
export const readSeries = (slug: string) => readContent(series, {slug})
export const readArchive = () => readContent(archive)
export const readPage = (slug: string) => readContent(page, {slug})

/** The articles published in a year, which turns at midnight UTC. */
export const readArchiveYear = (year: number) =>
  readContent(archiveYear, {from: `${year}-01-01T00:00:00Z`, to: `${year + 1}-01-01T00:00:00Z`})

/**
 * The publication's settings; those of one that has chosen nothing when none can be had, so that no page fails for them.
 * The citation style is one that is there: the default in place of an operator's whose file has gone.
 */
export async function readSettings() {
  return readAvailableSettings(readContent)
}

/** The same without drafts. */
export async function readPublishedSettings() {
  return readAvailableSettings(readPublishedContent)
}

async function readAvailableSettings(read: typeof readContent) {
  const found = await readStoredSettings(read)
  return {...found, citationStyle: availableStyle(found.citationStyle)}
}

async function readStoredSettings(read: typeof readContent) {
  try {
    return await read(settings)
  } catch (error) {
    if (error instanceof ContentUnavailableError) return settingsResult.parse(null)
    throw error
  }
}

/** Slugs of the newest articles, to be rendered ahead; none when the store cannot be asked at build time. */
export async function readNewestSlugs(limit: number): Promise<string[]> {
  try {
    return articleSlugsResult.parse(await publishedClient().fetch<unknown>(articleSlugsQuery, {limit}))
  } catch (error) {
    console.warn('No article is rendered ahead, because the content store did not answer:', error)
    return []
  }
}
