import {notFound} from 'next/navigation'

import {pageMetadata} from '@/app/(publication)/metadata'
import {readable, readableMetadata} from '@/app/(publication)/readable'
import {referenceId} from '@/app/(publication)/references/referenceId'
import {WorkPage} from '@/components/library/WorkPage'
import {Page} from '@/components/site/Page'
import {formatEntry} from '@/lib/citations/entries/formatEntry'
import {toWork} from '@/lib/library/work'
import {readWork} from '@/sanity/libraryReaders'
import {readSettings} from '@/sanity/readers'

interface WorkProps {
  params: Promise<{id: string}>
}

export const revalidate = false

/** None ahead: each is rendered at its first visit. */
export function generateStaticParams() {
  return []
}

export const generateMetadata = readableMetadata(async ({params}: WorkProps) => {
  const id = referenceId((await params).id)
  const [work, settings] = await Promise.all([id ? readWork(id) : null, readSettings()])
  if (!work) return {}
  const {title} = toWork(work, work.citedIn.length)
  const {text} = formatEntry(work, {style: settings.citationStyle, language: settings.language})
  return pageMetadata({title, description: text, path: `/references/${work._id}`}, settings)
})

export default readable(async ({params}: WorkProps) => {
  const id = referenceId((await params).id)
  if (!id) notFound()
  const [work, settings] = await Promise.all([readWork(id), readSettings()])
  if (!work) notFound()
  return (
    <Page current={`/references/${id}`} settings={settings}>
      <WorkPage settings={settings} work={work} />
    </Page>
  )
})
