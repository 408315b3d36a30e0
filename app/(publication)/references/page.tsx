import {pageMetadata} from '@/app/(publication)/metadata'
import {readable} from '@/app/(publication)/readable'
import {LibraryPage} from '@/components/library/LibraryPage'
import {Page} from '@/components/site/Page'
import {readLibrary} from '@/sanity/libraryReaders'
import {readSettings} from '@/sanity/readers'

export const revalidate = false

export async function generateMetadata() {
  return pageMetadata({title: 'References', path: '/references'}, await readSettings())
}

export default readable(async () => {
  const [works, settings] = await Promise.all([readLibrary(), readSettings()])
  return (
    <Page current="/references" settings={settings}>
      <LibraryPage page={1} works={works} />
    </Page>
  )
})
