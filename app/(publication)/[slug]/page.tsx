import {notFound} from 'next/navigation'

import {pageMetadata} from '@/app/(publication)/metadata'
import {readable, readableMetadata} from '@/app/(publication)/readable'
import {slugParam, type SlugProps} from '@/app/(publication)/slugParam'
import {EnhancementScript} from '@/app/enhance/EnhancementScript'
import {Page} from '@/components/site/Page'
import {StaticPage} from '@/components/site/StaticPage'
import {addressOf} from '@/lib/addresses/addressOf'
import {readPage, readSettings} from '@/sanity/readers'

export const revalidate = false

/** None ahead: each is rendered at its first visit. */
export function generateStaticParams() {
  return []
}

export const generateMetadata = readableMetadata(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const page = await readPage(slug)
  if (!page) return {}
  return pageMetadata(
    {
      title: page.title,
      description: page.dek,
      path: addressOf('page', slug),
    },
    await readSettings(),
  )
})

export default readable(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const [page, settings] = await Promise.all([readPage(slug), readSettings()])
  if (!page) notFound()
  return (
    <Page settings={settings} current={addressOf('page', slug)}>
      <StaticPage page={page} settings={settings} />
      <EnhancementScript />
    </Page>
  )
})
