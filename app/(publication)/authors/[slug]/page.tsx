import {notFound} from 'next/navigation'

import {pageMetadata} from '@/app/(publication)/metadata'
import {readable, readableMetadata} from '@/app/(publication)/readable'
import {slugParam, type SlugProps} from '@/app/(publication)/slugParam'
import {AuthorPage} from '@/components/site/AuthorPage'
import {Page} from '@/components/site/Page'
import {addressOf} from '@/lib/addresses/addressOf'
import {readAuthor, readSettings} from '@/sanity/readers'

export const revalidate = false

/** None ahead: each is rendered at its first visit. */
export function generateStaticParams() {
  return []
}

export const generateMetadata = readableMetadata(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const author = await readAuthor(slug)
  if (!author) return {}
  return pageMetadata(
    {
      title: author.name,
      description: [author.role, author.affiliation].filter(Boolean).join(', ') || null,
      path: addressOf('author', slug),
      image: author.portrait,
    },
    await readSettings(),
  )
})

export default readable(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const [author, settings] = await Promise.all([readAuthor(slug), readSettings()])
  if (!author) notFound()
  return (
    <Page settings={settings} current={addressOf('author', slug)}>
      <AuthorPage author={author} settings={settings} />
    </Page>
  )
})
