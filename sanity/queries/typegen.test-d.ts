import type {z} from 'zod'

import type {
  ArchiveQueryResult,
  ArchiveYearQueryResult,
  ArticleQueryResult,
  ArticleSlugsQueryResult,
  AuthorPageQueryResult,
  AuthorsQueryResult,
  FeedQueryResult,
  HomeQueryResult,
  LibraryVersionQueryResult,
  PageQueryResult,
  SeriesQueryResult,
  SettingsQueryResult,
  TopicQueryResult,
  TopicsQueryResult,
  WorkQueryResult,
} from '@/sanity/types'

import type {archiveResult, archiveYearResult} from './archive'
import type {articleResult, articleSlugsResult} from './article'
import type {authorPageResult} from './authorPage'
import type {authorsResult} from './authors'
import type {feedResult} from './feed'
import type {homeResult} from './home'
import type {libraryVersionResult} from './library'
import type {pageResult} from './page'
import type {seriesResult} from './series'
import type {settingsResult} from './settings'
import type {topicResult} from './topic'
import type {topicsResult} from './topics'
import type {workResult} from './work'

/** `true` only for types that no program can tell apart, after the layers that made them are flattened. */
type Equal<A, B> = (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : false
type Flat<T> = T extends object ? {[Key in keyof T]: Flat<T[Key]>} : T

/** Fails to compile where the store's schema and the page's schema disagree. */
function expectEqual<_Result extends true>(): void {}

expectEqual<Equal<ArchiveQueryResult, z.input<typeof archiveResult>>>()
expectEqual<Equal<ArchiveYearQueryResult, z.input<typeof archiveYearResult>>>()
expectEqual<Equal<ArticleQueryResult, z.input<typeof articleResult>>>()
expectEqual<Equal<ArticleSlugsQueryResult, z.input<typeof articleSlugsResult>>>()
expectEqual<Equal<AuthorPageQueryResult, z.input<typeof authorPageResult>>>()
expectEqual<Equal<AuthorsQueryResult, z.input<typeof authorsResult>>>()
expectEqual<Equal<FeedQueryResult, z.input<typeof feedResult>>>()
expectEqual<Equal<HomeQueryResult, z.input<typeof homeResult>>>()
expectEqual<Equal<LibraryVersionQueryResult, z.input<typeof libraryVersionResult>>>()
expectEqual<Equal<PageQueryResult, z.input<typeof pageResult>>>()
expectEqual<Equal<SeriesQueryResult, z.input<typeof seriesResult>>>()
expectEqual<Equal<SettingsQueryResult, z.input<typeof settingsResult>>>()
expectEqual<Equal<TopicQueryResult, z.input<typeof topicResult>>>()
expectEqual<Equal<TopicsQueryResult, z.input<typeof topicsResult>>>()
expectEqual<Equal<WorkQueryResult, z.input<typeof workResult>>>()
