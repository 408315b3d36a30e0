import {pageMetadata} from '@/app/(publication)/metadata'
import {readable} from '@/app/(publication)/readable'
import {AuthorIndex} from '@/components/site/AuthorIndex'
import {Page} from '@/components/site/Page'
import {readAuthors, readSettings} from '@/sanity/readers'

export const revalidate = false

export async function generateMetadata() {
  return pageMetadata({title: 'Authors', path: '/authors'}, await readSettings())
}

export default readable(async () => {
  const [authors, settings] = await Promise.all([readAuthors(), readSettings()])
  return (
    <Page settings={settings} current="/authors">
      <AuthorIndex authors={authors} />
    </Page>
  )
})
