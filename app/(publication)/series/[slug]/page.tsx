import {notFound} from 'next/navigation'

import {pageMetadata} from '@/app/(publication)/metadata'
import {readable, readableMetadata} from '@/app/(publication)/readable'
import {slugParam, type SlugProps} from '@/app/(publication)/slugParam'
import {Page} from '@/components/site/Page'
import {SeriesPage} from '@/components/site/SeriesPage'
import {addressOf} from '@/lib/addresses/addressOf'
import {readSeries, readSettings} from '@/sanity/readers'

export const revalidate = false

/** None ahead: each is rendered at its first visit. */
export function generateStaticParams() {
  return []
}

export const generateMetadata = readableMetadata(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const series = await readSeries(slug)
  if (!series) return {}
  return pageMetadata(
    {
      title: series.title,
      description: series.description,
      path: addressOf('series', slug),
      image: series.image?.image,
    },
    await readSettings(),
  )
})

export default readable(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const [series, settings] = await Promise.all([readSeries(slug), readSettings()])
  if (!series) notFound()
  return (
    <Page settings={settings} current={addressOf('series', slug)}>
      <SeriesPage series={series} settings={settings} />
    </Page>
  )
})
