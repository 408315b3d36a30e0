import {notFound} from 'next/navigation'

import {pageMetadata} from '@/app/(publication)/metadata'
import {readable, readableMetadata} from '@/app/(publication)/readable'
import {slugParam, type SlugProps} from '@/app/(publication)/slugParam'
import {Page} from '@/components/site/Page'
import {TopicPage} from '@/components/site/TopicPage'
import {addressOf} from '@/lib/addresses/addressOf'
import {readTopic, readSettings} from '@/sanity/readers'

export const revalidate = false

/** None ahead: each is rendered at its first visit. */
export function generateStaticParams() {
  return []
}

export const generateMetadata = readableMetadata(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const topic = await readTopic(slug)
  if (!topic) return {}
  return pageMetadata(
    {
      title: topic.title,
      description: topic.description,
      path: addressOf('topic', slug),
    },
    await readSettings(),
  )
})

export default readable(async (props: SlugProps) => {
  const slug = await slugParam(props)
  const [topic, settings] = await Promise.all([readTopic(slug), readSettings()])
  if (!topic) notFound()
  return (
    <Page settings={settings} current={addressOf('topic', slug)}>
      <TopicPage topic={topic} settings={settings} />
    </Page>
  )
})
