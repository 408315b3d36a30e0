import {listText} from '@/lib/bylines/byline'
import {publicationYear} from '@/lib/dates/groupByMonth'
import {licences} from '@/lib/licences/licences'
import type {Article} from '@/sanity/queries/article'
import type {Settings} from '@/sanity/queries/settings'

import {EndMatter} from './EndMatter'

/** Whose the text is, and what a reader may do with it. */
export function Licence({article, settings}: {article: Article; settings: Settings}) {
  const licence = licences.find(({value}) => value === article.licence) ?? licences[0]
  const writers = article.authors.filter(({role}) => role === 'author').map(({author}) => author.name)
  const year = article.publishedAt ? publicationYear(article.publishedAt, settings) : ''
  const holder = ['©', year, writers.length > 0 ? listText(writers) : settings.name].filter(Boolean).join(' ')
  return (
    <EndMatter id="licence" title="Licence">
      <p className="note">
        {licence.value === 'CC0-1.0' ? null : `${holder}. `}
        {licence.url ? (
          <>
            This article may be reused under the terms of{' '}
            <a href={licence.url} rel="license external">
              {licence.title}
            </a>
            .
          </>
        ) : (
          'All rights reserved.'
        )}
      </p>
    </EndMatter>
  )
}
