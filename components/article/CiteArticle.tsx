import {Fragment} from 'react'

import {escapeText} from '@/lib/citations/entries/entryFormat'
import {articleRecord} from '@/lib/citations/exports/articleRecord'
import {citeTexts, SCHOOL_STYLES} from '@/lib/citations/exports/citeTexts'
import {articleFilePath, FILE_FORMATS, type FileEnding, type FileSubject} from '@/lib/citations/exports/articleFiles'
import type {Article} from '@/sanity/queries/article'
import type {Settings} from '@/sanity/queries/settings'

import {EndMatter} from './EndMatter'

const FILES: readonly {ending: FileEnding; title: string}[] = [
  {ending: 'bib', title: FILE_FORMATS.bib.title},
  {ending: 'ris', title: FILE_FORMATS.ris.title},
  {ending: 'json', title: FILE_FORMATS.json.title},
  {ending: 'txt', title: 'plain text'},
]

const LISTS: typeof FILES = [
  {ending: 'apa.txt', title: SCHOOL_STYLES.apa.title},
  {ending: 'mla.txt', title: SCHOOL_STYLES.mla.title},
  {ending: 'chicago.txt', title: SCHOOL_STYLES.chicago.title},
]

interface CiteArticleProps {
  article: Pick<Article, '_id' | 'title' | 'slug' | 'publishedAt' | 'authors'>
  settings: Settings
  /** The public origin. */
  siteUrl: string
  hasReferences: boolean
}

/** How to refer to the article, and files of it and of its sources. */
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
      <dl className="cite-files">
        <FileLinks slug={article.slug} subject="cite" lead="This article" files={FILES} />
        {hasReferences && (
          <>
            <FileLinks slug={article.slug} subject="references" lead="Its references" files={FILES} />
            <FileLinks slug={article.slug} subject="references" lead="References in" files={LISTS} />
          </>
        )}
      </dl>
    </EndMatter>
  )
}

interface FileLinksProps {
  slug: string
  subject: FileSubject
  lead: string
  files: typeof FILES
}

function FileLinks({slug, subject, lead, files}: FileLinksProps) {
  return (
    <div data-of={subject === 'cite' ? 'this article' : 'its references'}>
      <dt>{lead}</dt>
      <dd>
        {files.map(({ending, title}) => (
          <Fragment key={ending}>
            {/* As markup, for the same reason. */}
            <span
              suppressHydrationWarning
              dangerouslySetInnerHTML={{__html: fileLink(articleFilePath(slug, subject, ending), title)}}
            />{' '}
          </Fragment>
        ))}
      </dd>
    </div>
  )
}

function fileLink(path: string, title: string): string {
  return `<a href="${escapeText(path)}">${title}</a>`
}
