import {NO_APPARATUS} from '@/components/portable-text/apparatus'
import {LeadFigure} from '@/components/portable-text/Figure'
import type {DateSettings} from '@/lib/dates/formatDate'
import type {Series} from '@/sanity/queries/series'

import {Contents} from './Contents'
import {EmptyState} from './EmptyState'
import {PageHeader} from './PageHeader'

export function SeriesPage({series, settings}: {series: Series; settings: DateSettings}) {
  const {title, description, image, articles} = series
  return (
    <>
      <PageHeader kind="Series" title={title} description={description} />
      {image && <LeadFigure figure={image} apparatus={NO_APPARATUS} />}
      {articles.length > 0 ? (
        <Contents articles={articles} settings={settings} isOrdered />
      ) : (
        <EmptyState>The first part has not appeared yet.</EmptyState>
      )}
    </>
  )
}
