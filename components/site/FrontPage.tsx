import type {DateSettings} from '@/lib/dates/formatDate'
import {addressOf} from '@/lib/addresses/addressOf'
import type {Home} from '@/sanity/queries/home'

import {ArticleCard} from './ArticleCard'
import {Contents} from './Contents'
import {EmptyState} from './EmptyState'
import {LinkIndex} from './LinkIndex'

const FEATURES = 3

/** The newest article large, the next three with pictures, the others as a table of contents; then ways into the rest. */
export function FrontPage({home: {articles, series, topics}, settings}: {home: Home; settings: DateSettings}) {
  const [lead, ...others] = articles
  if (!lead) return <EmptyState>Nothing has been published here yet.</EmptyState>
  const features = others.slice(0, FEATURES)
  const earlier = others.slice(FEATURES)
  return (
    <>
      <ArticleCard article={lead} settings={settings} variant="lead" />
      {features.length > 0 && (
        <ul className="stories stories-features">
          {features.map((article) => (
            <li key={article._id}>
              <ArticleCard article={article} settings={settings} variant="feature" />
            </li>
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 className="section-title" id="earlier">
            Earlier
          </h2>
          <Contents articles={earlier} settings={settings} headingLevel={3} />
          <p className="links">
            <a href="/archive">Everything in the archive</a>
          </p>
        </section>
      )}
      <LinkIndex id="series" title="Series" links={series} hrefOf={({slug}) => addressOf('series', slug)} />
      <LinkIndex id="topics" title="Topics" links={topics} hrefOf={({slug}) => addressOf('topic', slug)} />
    </>
  )
}
