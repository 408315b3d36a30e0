import {atomFeed} from '@/lib/feeds/atom'
import {feedOf} from '@/lib/feeds/feedOf'
import {ContentUnavailableError} from '@/sanity/errors'
import {readFeed, readPublishedSettings} from '@/sanity/readers'
import {serverEnv} from '@/sanity/serverEnv'

export const dynamic = 'force-static'
export const revalidate = false

/** The newest articles with their whole texts, kept until one of the documents in them changes. */
export async function GET(): Promise<Response> {
  try {
    const [articles, settings] = await Promise.all([readFeed(), readPublishedSettings()])
    return new Response(atomFeed(feedOf(articles, settings, serverEnv().siteUrl)), {
      headers: {'content-type': 'application/atom+xml; charset=utf-8'},
    })
  } catch (error) {
    if (!(error instanceof ContentUnavailableError)) throw error
    return new Response('The feed cannot be had at the moment.', {status: 503, headers: {'retry-after': '5'}})
  }
}
