import {addressOf} from '@/lib/addresses/addressOf'
import type {TopicLink} from '@/sanity/queries/topicLink'

import {EmptyState} from './EmptyState'
import {PageHeader} from './PageHeader'

export function TopicIndex({topics}: {topics: readonly TopicLink[]}) {
  return (
    <>
      <PageHeader title="Topics" />
      {topics.length === 0 && <EmptyState>No topics yet.</EmptyState>}
      <ul className="index">
        {topics.map(({_id, title, slug, description}) => (
          <li key={_id}>
            <h2>
              <a href={addressOf('topic', slug)}>{title}</a>
            </h2>
            {description && <p>{description}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
