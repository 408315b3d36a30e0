import {Page} from '@/components/site/Page'
import {ArchivePage} from '@/components/site/ArchivePage'
import {readArchive, readSettings} from '@/sanity/readers'

import {pageMetadata} from '../metadata'
import {readable} from '../readable'

export const revalidate = false

export const metadata = pageMetadata({title: 'Archive', path: '/archive'})

export default readable(async () => {
  const [archive, settings] = await Promise.all([readArchive(), readSettings()])
  return (
    <Page settings={settings} current="/archive">
      <ArchivePage archive={archive} settings={settings} />
    </Page>
  )
})
