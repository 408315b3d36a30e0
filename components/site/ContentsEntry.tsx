import {Picture} from '@/components/portable-text/Picture'
import {addressOf} from '@/lib/addresses/addressOf'
import {bylineText} from '@/lib/bylines/byline'
import type {DateSettings} from '@/lib/dates/formatDate'
import type {ArticleCard, ArticleLine} from '@/sanity/queries/articleCard'

import {CardMeta} from './CardMeta'

interface ContentsEntryProps {
  article: ArticleLine & Partial<Pick<ArticleCard, 'dek' | 'leadImage' | 'readingMinutes'>>
  settings: DateSettings
  /** One deeper than the heading above the list. */
  headingLevel: 2 | 3
}

/** One line of a table of contents: when, what and by whom. */
export function ContentsEntry({article, settings, headingLevel}: ContentsEntryProps) {
  const {title, slug, dek, leadImage, authors} = article
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  const byline = bylineText(authors.filter(({role}) => role === 'author'))
  return (
    <article className="story story-line">
      <div className="story-text">
        <Heading>
          <a href={addressOf('article', slug)}>{title}</a>
        </Heading>
        {dek && <p className="dek">{dek}</p>}
        {byline && <p className="meta">{byline}</p>}
      </div>
      <CardMeta article={article} settings={settings} />
      {leadImage?.image && (
        <Picture
          className="story-picture"
          image={leadImage.image}
          alt=""
          widths={[180, 360]}
          sizes="11rem"
          ratio={8 / 5}
        />
      )}
    </article>
  )
}
