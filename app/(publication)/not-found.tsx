import {NotFound} from '@/components/site/NotFound'
import {Page} from '@/components/site/Page'
import {readSettings} from '@/sanity/readers'

export const metadata = {title: 'There is no such page'}

export default async function NotFoundPage() {
  return (
    <Page settings={await readSettings()} current="">
      <NotFound />
    </Page>
  )
}
