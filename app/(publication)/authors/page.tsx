import {Page} from '@/components/site/Page'
import {AuthorIndex} from '@/components/site/AuthorIndex'
import {readAuthors, readSettings} from '@/sanity/readers'

import {pageMetadata} from '../metadata'
import {readable} from '../readable'

export const revalidate = false

export const metadata = pageMetadata({title: 'Authors', path: '/authors'})

export default readable(async () => {
  const [authors, settings] = await Promise.all([readAuthors(), readSettings()])
  return (
    <Page settings={settings} current="/authors">
      <AuthorIndex authors={authors} />
    </Page>
  )
})
