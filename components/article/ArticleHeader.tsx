import {addressOf} from '@/lib/addresses/addressOf'
import type {Article} from '@/sanity/queries/article'
import type {Settings} from '@/sanity/queries/settings'

import {Byline} from './Byline'
import {PublicationDate} from './PublicationDate'
import {ReadingTime} from './ReadingTime'
import {SeriesNote} from './SeriesNote'

export function ArticleHeader({article, settings}: {article: Article; settings: Settings}) {
  const {title, dek, topics, authors, publishedAt, updatedAt, readingMinutes, series} = article
  return (
    <header className="article-header">
      {topics.length > 0 && (
        <p className="kicker">
          {topics.map((topic) => (
            <a key={topic._id} href={addressOf('topic', topic.slug)}>
              {topic.title}
            </a>
          ))}
        </p>
      )}
      <h1>{title}</h1>
      {dek && <p className="dek">{dek}</p>}
      <Byline contributions={authors} />
      <p className="meta article-meta">
        {publishedAt && <PublicationDate instant={publishedAt} settings={settings} />}
        <ReadingTime minutes={readingMinutes} />
        {updatedAt && (
          <span>
            Updated <PublicationDate instant={updatedAt} settings={settings} />
          </span>
        )}
      </p>
      {series && <SeriesNote series={series} />}
    </header>
  )
}
