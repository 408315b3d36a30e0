import type {DateSettings} from '@/lib/dates/formatDate'
import type {Topic} from '@/sanity/queries/topic'

import {Contents} from './Contents'
import {EmptyState} from './EmptyState'
import {PageHeader} from './PageHeader'
import {Remainder} from './Remainder'

export function TopicPage({topic, settings}: {topic: Topic; settings: DateSettings}) {
  const {title, description, articles, articleCount} = topic
  return (
    <>
      <PageHeader kind={<a href="/topics">Topics</a>} title={title} description={description} />
      {articles.length > 0 ? (
        <Contents articles={articles} settings={settings} />
      ) : (
        <EmptyState>No article on this topic yet.</EmptyState>
      )}
      <Remainder shown={articles.length} total={articleCount} />
    </>
  )
}
