import {notFound} from 'next/navigation'

import {pageMetadata} from '@/app/(publication)/metadata'
import {readable, readableMetadata} from '@/app/(publication)/readable'
import {slugParam, type SlugProps} from '@/app/(publication)/slugParam'
import {EnhancementScript} from '@/app/enhance/EnhancementScript'
import {Article} from '@/components/article/Article'
import {Page} from '@/components/site/Page'
import {addressOf} from '@/lib/addresses/addressOf'
import {readArticle, readNewestSlugs, readSettings} from '@/sanity/readers'
import {serverEnv} from '@/sanity/serverEnv'

/** Rendered when the site is built; every other article at its first visit. */
const RENDERED_AHEAD = 10

export const revalidate = false

export async function generateStaticParams() {
  const slugs = await readNewestSlugs(RENDERED_AHEAD)
  return slugs.map((slug) => ({slug}))
}

export const generateMetadata = readableMetadata(async (props: SlugProps) => {
  const article = await readArticle(await slugParam(props))
  if (!article) return {}
  const {title, dek, slug, leadImage, publishedAt, updatedAt, authors} = article
  return pageMetadata(
    {
      title,
      description: dek,
      path: addressOf('article', slug),
      image: leadImage?.image,
      article: {publishedAt, updatedAt, authors: authors.map(({author}) => author.name)},
    },
    await readSettings(),
  )
})

export default readable(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const [article, settings] = await Promise.all([readArticle(slug), readSettings()])
  if (!article) notFound()
  return (
    <Page settings={settings} current={addressOf('article', slug)}>
      <Article article={article} settings={settings} siteUrl={serverEnv().siteUrl} />
      <EnhancementScript />
    </Page>
  )
})
