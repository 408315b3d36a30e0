import type {Metadata} from 'next'
import {stegaClean} from 'next-sanity'

import {FEED_PATH} from '@/lib/feeds/feedPath'
import {serverEnv} from '@/sanity/serverEnv'
import type {Image} from '@/sanity/queries/image'
import type {Settings} from '@/sanity/queries/settings'

const SHARED_IMAGE = {width: 1200, height: 630}

/** What holds for every page. Addresses are built from the configured origin, never from a request. */
export function publicationMetadata(settings: Settings, {isPreview}: {isPreview: boolean}): Metadata {
  const {name, tagline, description} = stegaClean(settings)
  return {
    metadataBase: new URL(serverEnv().siteUrl),
    alternates: {types: feedType(name)},
    title: {template: `%s · ${name}`, default: tagline ? `${name} · ${tagline}` : name},
    description: description ?? tagline,
    openGraph: {siteName: name, type: 'website', title: name},
    ...(isPreview ? {robots: {index: false, follow: false}} : {}),
  }
}

interface Described {
  /** Left out on the front page, which is named after the publication. */
  title?: string
  description?: string | null
  path: string
  image?: Image | null
  article?: {publishedAt: string | null; updatedAt: string | null; authors: readonly string[]}
}

/** What one page says of itself to search engines and where it is shared. */
export function pageMetadata(page: Described, settings: Pick<Settings, 'name'>): Metadata {
  const {title, description, path, image, article} = stegaClean(page)
  return {
    // A key that is there but undefined would wipe out what the layout says.
    ...(title ? {title} : {}),
    ...(description ? {description} : {}),
    alternates: {canonical: path, types: feedType(settings.name)},
    // Replaces what the layout says as a whole: the publication's name has to be said again.
    openGraph: {
      siteName: stegaClean(settings.name),
      title,
      description: description ?? undefined,
      url: path,
      images: image ? [{url: sharedImageUrl(image), ...SHARED_IMAGE}] : undefined,
      ...(article
        ? {
            type: 'article',
            publishedTime: article.publishedAt ?? undefined,
            modifiedTime: article.updatedAt ?? undefined,
            authors: [...article.authors],
          }
        : {type: 'website'}),
    },
  }
}

/** Said anew by every page: what a page says of its alternates replaces what the layout says. */
function feedType(name: string) {
  return {'application/atom+xml': [{url: FEED_PATH, title: stegaClean(name)}]}
}

function sharedImageUrl({url}: Image): string {
  return `${url}?w=${SHARED_IMAGE.width}&h=${SHARED_IMAGE.height}&fit=crop`
}
