import {pageMetadata} from '@/app/(publication)/metadata'
import {readable} from '@/app/(publication)/readable'
import {Page} from '@/components/site/Page'
import {TopicIndex} from '@/components/site/TopicIndex'
import {readTopics, readSettings} from '@/sanity/readers'

export const revalidate = false

export async function generateMetadata() {
  return pageMetadata({title: 'Topics', path: '/topics'}, await readSettings())
}

export default readable(async () => {
  const [topics, settings] = await Promise.all([readTopics(), readSettings()])
  return (
    <Page settings={settings} current="/topics">
      <TopicIndex topics={topics} />
    </Page>
  )
})
