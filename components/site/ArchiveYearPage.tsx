import type {DateSettings} from '@/lib/dates/formatDate'
import {groupByMonth} from '@/lib/dates/groupByMonth'
import type {ArchiveYear} from '@/sanity/queries/archive'
import type {ArticleLine} from '@/sanity/queries/articleCard'

import {Contents} from './Contents'
import {PageHeader} from './PageHeader'

interface ArchiveYearPageProps {
  year: number
  archive: ArchiveYear
  settings: DateSettings
}

/** One year's articles by month, newest first. */
export function ArchiveYearPage({year, archive: {articles, articleCount}, settings}: ArchiveYearPageProps) {
  const months = groupByMonth(articles.filter(isDated), settings).flatMap((group) => group.months)
  return (
    <>
      <PageHeader
        kind={<a href="/archive">Archive</a>}
        title={String(year)}
        description={articleCount === 1 ? 'One article' : `${articleCount} articles`}
      />
      {months.map(({month, title, items}) => (
        <section className="month" key={month} aria-labelledby={`month-${month}`}>
          <h2 className="section-title" id={`month-${month}`}>
            {title}
          </h2>
          <Contents articles={items} settings={settings} headingLevel={3} />
        </section>
      ))}
    </>
  )
}

function isDated(article: ArticleLine): article is ArticleLine & {publishedAt: string} {
  return article.publishedAt !== null
}
