import {addressOf} from '@/lib/addresses/addressOf'
import type {SeriesOfArticle} from '@/sanity/queries/article'

/** Which part of which series an article is; a draft is no part yet. */
export function SeriesNote({series: {title, slug, position, articles}}: {series: SeriesOfArticle}) {
  const name = slug ? <a href={addressOf('series', slug)}>{title}</a> : title
  return (
    <p className="meta series-note">
      {position > 0 ? `Part ${position} of ${articles.length} in` : 'In'} {name}
    </p>
  )
}
