import {addressOf} from '@/lib/addresses/addressOf'
import type {SeriesOfArticle} from '@/sanity/queries/article'

import {EndMatter} from './EndMatter'

const NEIGHBOURS = 3

/** The parts before and after this one, numbered as they stand in the series. */
export function SeriesNavigation({series, articleId}: {series: SeriesOfArticle; articleId: string}) {
  const {title, articles, position} = series
  if (articles.length < 2) return null
  const first = Math.max(0, position - 1 - NEIGHBOURS)
  const nearby = articles.slice(first, Math.max(position, 1) + NEIGHBOURS)
  return (
    <EndMatter id="series" title={title} className="series-navigation">
      <ol className="series-parts" start={first === 0 ? undefined : first + 1}>
        {nearby.map((part) => (
          <li key={part._id}>
            {part._id === articleId || !part.slug ? (
              <span aria-current={part._id === articleId ? 'page' : undefined}>{part.title}</span>
            ) : (
              <a href={addressOf('article', part.slug)}>{part.title}</a>
            )}
          </li>
        ))}
      </ol>
      {series.slug && nearby.length < articles.length && (
        <p className="links">
          <a href={addressOf('series', series.slug)}>All {articles.length} parts</a>
        </p>
      )}
    </EndMatter>
  )
}
