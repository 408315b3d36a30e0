import {pageMetadata} from '@/app/(publication)/metadata'
import {readable} from '@/app/(publication)/readable'
import {ArchivePage} from '@/components/site/ArchivePage'
import {Page} from '@/components/site/Page'
import {readArchive, readSettings} from '@/sanity/readers'

export const revalidate = false

export async function generateMetadata() {
  return pageMetadata({title: 'Archive', path: '/archive'}, await readSettings())
}

export default readable(async () => {
  const [archive, settings] = await Promise.all([readArchive(), readSettings()])
  return (
    <Page settings={settings} current="/archive">
      <ArchivePage archive={archive} settings={settings} />
    </Page>
  )
})
