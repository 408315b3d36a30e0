import {Fragment} from 'react'

import {escapeText} from '@/lib/citations/entries/entryFormat'
import {articleRecord} from '@/lib/citations/exports/articleRecord'
import {citeTexts} from '@/lib/citations/exports/citeTexts'
import {articleFilePath, FILE_FORMATS, type FileSubject} from '@/lib/citations/exports/articleFiles'
import type {Article} from '@/sanity/queries/article'
import type {Settings} from '@/sanity/queries/settings'

import {EndMatter} from './EndMatter'

interface CiteArticleProps {
  article: Pick<Article, '_id' | 'title' | 'slug' | 'publishedAt' | 'authors'>
  settings: Settings
  /** The public origin. */
  siteUrl: string
  hasReferences: boolean
}

/** How to refer to the article, and files of it and of its sources for reference managers. */
export function CiteArticle({article, settings, siteUrl, hasReferences}: CiteArticleProps) {
  const record = articleRecord(article, {...settings, siteUrl})
  return (
    <EndMatter id="cite" title="Cite this article" className="cite">
      <dl className="cite-texts">
        {citeTexts(record, settings.language).map(({style, html}) => (
          <div key={style}>
            {/* As markup, so that React leaves alone the button that the page's script adds. */}
            <dt suppressHydrationWarning dangerouslySetInnerHTML={{__html: style}} />
            <dd dir="auto" dangerouslySetInnerHTML={{__html: html}} />
          </div>
        ))}
      </dl>
      <FileLinks slug={article.slug} subject="cite" lead="This article" />
      {hasReferences && <FileLinks slug={article.slug} subject="references" lead="Its references" />}
    </EndMatter>
  )
}

function FileLinks({slug, subject, lead}: {slug: string; subject: FileSubject; lead: string}) {
  const formats = [
    {format: 'bib', title: FILE_FORMATS.bib.title},
    {format: 'ris', title: FILE_FORMATS.ris.title},
    {format: 'json', title: FILE_FORMATS.json.title},
    {format: 'txt', title: 'plain text'},
  ] as const
  return (
    <p className="cite-files" data-of={lead.toLowerCase()}>
      {lead}:
      {formats.map(({format, title}) => (
        <Fragment key={format}>
          {' '}
          {/* As markup, for the same reason. */}
          <span
            suppressHydrationWarning
            dangerouslySetInnerHTML={{__html: fileLink(articleFilePath(slug, subject, format), title)}}
          />
        </Fragment>
      ))}
    </p>
  )
}

function fileLink(path: string, title: string): string {
  return `<a href="${escapeText(path)}">${title}</a>`
}
