import {notFound} from 'next/navigation'

import {pageMetadata} from '@/app/(publication)/metadata'
import {readable} from '@/app/(publication)/readable'
import {LibraryPage} from '@/components/library/LibraryPage'
import {Page} from '@/components/site/Page'
import {WORKS_PER_PAGE} from '@/lib/library/search'
import {readLibrary} from '@/sanity/libraryReaders'
import {readSettings} from '@/sanity/readers'

interface PageProps {
  params: Promise<{page: string}>
}

export const revalidate = false

/** None ahead: each is rendered at its first visit. */
export function generateStaticParams() {
  return []
}

export async function generateMetadata({params}: PageProps) {
  const {page} = await params
  return pageMetadata({title: `References, page ${page}`, path: `/references/page/${page}`}, await readSettings())
}

export default readable(async ({params}: PageProps) => {
  const page = Number(/^[1-9]\d{0,4}$/.exec((await params).page)?.[0] ?? 0)
  if (page < 2) notFound()
  const [works, settings] = await Promise.all([readLibrary(), readSettings()])
  if ((page - 1) * WORKS_PER_PAGE >= works.length) notFound()
  return (
    <Page current={`/references/page/${page}`} settings={settings}>
      <LibraryPage page={page} works={works} />
    </Page>
  )
})
