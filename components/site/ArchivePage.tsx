import type {DateSettings} from '@/lib/dates/formatDate'
import type {Archive} from '@/sanity/queries/archive'

import {ArchiveYears} from './ArchiveYears'
import {Contents} from './Contents'
import {EmptyState} from './EmptyState'
import {PageHeader} from './PageHeader'

export function ArchivePage({archive: {years, articles}, settings}: {archive: Archive; settings: DateSettings}) {
  return (
    <>
      <PageHeader title="Archive" />
      <ArchiveYears years={years} />
      {articles.length > 0 ? (
        <section aria-labelledby="newest">
          <h2 className="section-title" id="newest">
            Newest first
          </h2>
          <Contents articles={articles} settings={settings} headingLevel={3} />
        </section>
      ) : (
        <EmptyState>Nothing has been published here yet.</EmptyState>
      )}
    </>
  )
}
