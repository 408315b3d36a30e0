import {notFound} from 'next/navigation'

import {Page} from '@/components/site/Page'
import {AuthorPage} from '@/components/site/AuthorPage'
import {addressOf} from '@/lib/addresses/addressOf'
import {readAuthor, readSettings} from '@/sanity/readers'

import {pageMetadata} from '../../metadata'
import {readable, readableMetadata} from '../../readable'
import {slugParam, type SlugProps} from '../../slugParam'

export const revalidate = false

/** None ahead: each is rendered at its first visit. */
export function generateStaticParams() {
  return []
}

export const generateMetadata = readableMetadata(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const author = await readAuthor(slug)
  if (!author) return {}
  return pageMetadata({
    title: author.name,
    description: [author.role, author.affiliation].filter(Boolean).join(', ') || null,
    path: addressOf('author', slug),
    image: author.portrait,
  })
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
