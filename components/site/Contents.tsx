import type {DateSettings} from '@/lib/dates/formatDate'
import type {ArticleCard, ArticleLine} from '@/sanity/queries/articleCard'

import {ContentsEntry} from './ContentsEntry'

interface ContentsProps {
  articles: readonly (ArticleLine | ArticleCard)[]
  settings: DateSettings
  headingLevel?: 2 | 3
  /** For a series: the entries are numbered, in the order given. */
  isOrdered?: boolean
}

/** Articles as a table of contents. */
export function Contents({articles, settings, headingLevel = 2, isOrdered = false}: ContentsProps) {
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <List className="stories-contents">
      {articles.map((article) => (
        <li key={article._id}>
          <ContentsEntry article={article} settings={settings} headingLevel={headingLevel} />
        </li>
      ))}
    </List>
  )
}
