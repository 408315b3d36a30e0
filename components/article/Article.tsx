import {ArticleBody} from '@/components/portable-text/ArticleBody'
import {LeadFigure} from '@/components/portable-text/Figure'
import type {Article as ArticleValue} from '@/sanity/queries/article'
import type {Settings} from '@/sanity/queries/settings'

import {apparatusOf} from './apparatusOf'
import {ArticleHeader} from './ArticleHeader'
import {AuthorCards} from './AuthorCards'
import {CiteArticle} from './CiteArticle'
import {Corrections, RetractionNotice} from './Corrections'
import {Licence} from './Licence'
import {Notes} from './Notes'
import {References} from './References'
import {SeriesNavigation} from './SeriesNavigation'

interface ArticleProps {
  article: ArticleValue
  settings: Settings
  /** The public origin. */
  siteUrl: string
}

/** An article with everything that stands around its text. */
export function Article({article, settings, siteUrl}: ArticleProps) {
  const apparatus = apparatusOf(article, settings)
  const {authors, body, corrections, disclosure, leadImage, series} = article
  return (
    <article className="article">
      <ArticleHeader article={article} settings={settings} />
      <RetractionNotice corrections={corrections} />
      {leadImage && <LeadFigure figure={leadImage} apparatus={apparatus} />}
      <div className="prose prose-opening">
        <ArticleBody value={body} apparatus={apparatus} />
      </div>
      {disclosure && <p className="disclosure">{disclosure}</p>}
      <Corrections corrections={corrections} settings={settings} />
      <Notes apparatus={apparatus} />
      <References entries={apparatus.entries} />
      <CiteArticle
        article={article}
        settings={settings}
        siteUrl={siteUrl}
        hasReferences={apparatus.entries.length > 0}
      />
      <AuthorCards contributions={authors} />
      {series && <SeriesNavigation series={series} articleId={article._id} />}
      <Licence article={article} settings={settings} />
    </article>
  )
}
