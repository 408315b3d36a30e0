import {Picture} from '@/components/portable-text/Picture'
import {addressOf} from '@/lib/addresses/addressOf'
import {bylineText} from '@/lib/bylines/byline'
import type {DateSettings} from '@/lib/dates/formatDate'
import type {ArticleCard as ArticleCardValue} from '@/sanity/queries/articleCard'

import {CardMeta} from './CardMeta'

interface ArticleCardProps {
  article: ArticleCardValue
  settings: DateSettings
  /** `lead` is the front page's first story; `feature` stands in a grid. */
  variant: 'lead' | 'feature'
}

const PICTURES = {
  lead: {
    widths: [480, 800, 1200, 1600],
    sizes: '(min-width: 82rem) 44rem, (min-width: 60rem) 55vw, 92vw',
    ratio: 8 / 5,
  },
  feature: {
    widths: [320, 480, 800, 1200],
    sizes: '(min-width: 60rem) 25rem, (min-width: 42rem) 45vw, 92vw',
    ratio: 8 / 5,
  },
}

/** An article with its picture. The picture repeats nothing that the title does not say, so it stays silent. */
export function ArticleCard({article, settings, variant}: ArticleCardProps) {
  const {title, slug, dek, leadImage, authors} = article
  const byline = bylineText(authors.filter(({role}) => role === 'author'))
  return (
    <article className={`story story-${variant}`}>
      {leadImage?.image && <Picture image={leadImage.image} alt="" {...PICTURES[variant]} eager={variant === 'lead'} />}
      <div className="story-text">
        <h2>
          <a href={addressOf('article', slug)}>{title}</a>
        </h2>
        {dek && <p className="dek">{dek}</p>}
        {byline && <p className="meta">{byline}</p>}
        <CardMeta article={article} settings={settings} />
      </div>
    </article>
  )
}
