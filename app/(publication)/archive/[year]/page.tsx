import {notFound} from 'next/navigation'

import {pageMetadata} from '@/app/(publication)/metadata'
import {readable} from '@/app/(publication)/readable'
import {ArchiveYearPage} from '@/components/site/ArchiveYearPage'
import {Page} from '@/components/site/Page'
import {readArchiveYear, readSettings} from '@/sanity/readers'

interface YearProps {
  params: Promise<{year: string}>
}

export const revalidate = false

/** None ahead: each is rendered at its first visit. */
export function generateStaticParams() {
  return []
}

export async function generateMetadata({params}: YearProps) {
  const {year} = await params
  return pageMetadata({title: `Archive of ${year}`, path: `/archive/${year}`}, await readSettings())
}

export default readable(async (props: YearProps) => {
  const year = await yearParam(props)
  const [archive, settings] = await Promise.all([readArchiveYear(year), readSettings()])
  if (archive.articles.length === 0) notFound()
  return (
    <Page settings={settings} current={`/archive/${year}`}>
      <ArchiveYearPage year={year} archive={archive} settings={settings} />
    </Page>
  )
})

async function yearParam({params}: YearProps): Promise<number> {
  const {year} = await params
  if (!/^[12]\d{3}$/.test(year)) notFound()
  return Number(year)
}
