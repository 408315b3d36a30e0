import {FrontPage} from '@/components/site/FrontPage'
import {Page} from '@/components/site/Page'
import {readHome, readSettings} from '@/sanity/readers'

import {pageMetadata} from './metadata'
import {readable} from './readable'

export const revalidate = false

export async function generateMetadata() {
  return pageMetadata({path: '/'}, await readSettings())
}

export default readable(async () => {
  const [home, settings] = await Promise.all([readHome(), readSettings()])
  return (
    <Page settings={settings} current="/">
      <FrontPage home={home} settings={settings} />
    </Page>
  )
})
