import type {Metadata} from 'next'

import {pageMetadata} from '@/app/(publication)/metadata'
import {readable} from '@/app/(publication)/readable'
import {SearchPage} from '@/components/library/SearchPage'
import {Page} from '@/components/site/Page'
import {parseSearch} from '@/lib/library/search'
import {readLibraryForSearch} from '@/sanity/libraryReaders'
import {readSettings} from '@/sanity/readers'

interface SearchProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Searches have no end, and say nothing that the library does not. */
export async function generateMetadata(): Promise<Metadata> {
  const metadata = pageMetadata({title: 'Search the references', path: '/references'}, await readSettings())
  return {...metadata, robots: {index: false, follow: true}}
}

export default readable(async ({searchParams}: SearchProps) => {
  const search = parseSearch(await searchParams)
  const [works, settings] = await Promise.all([readLibraryForSearch(), readSettings()])
  return (
    <Page current="/references/search" settings={settings}>
      <SearchPage search={search} works={works} />
    </Page>
  )
})
