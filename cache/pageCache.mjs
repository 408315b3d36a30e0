import {existsSync} from 'node:fs'
import path from 'node:path'

import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import tagsManifest from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'

import {readExpiredTags, TAG_LOG} from '../lib/cache-tags/tagLog.ts'
import {readAtOf} from '../lib/cache-tags/tags.ts'

const TAGS_HEADER = 'x-next-cache-tags'

const SHORT_SECONDS = 3600

/** Of the files in which Next keeps finished pages and what routes answered. */
const ENDINGS = {APP_PAGE: '.html', APP_ROUTE: '.body'}

const FileSystemCache = fileSystemCache.default

let isReplayed = false

/**
 * Next's own cache of finished pages on disk, with three differences.
 *
 * Tags that expired before a restart are still expired after it: Next keeps them in memory only, and would serve the old pages.
 * What does not last — a 404 of an address that never was one, a page to be tried again in seconds, the empty entries that
 * carry tags — stays in memory, which is bounded: on disk, made-up addresses would fill it, and Next forgets over a
 * restart what was to be tried again.
 *
 * A page is as old as the content in it, not as its file: content that was replaced while the page was being rendered is
 * known to be old.
 *
 * Next makes one of these for every request.
 */
export default class PageCache {
  #disk
  #memory
  #pagesFolder

  constructor(context) {
    this.#disk = new FileSystemCache(context)
    this.#memory = new FileSystemCache({...context, flushToDisk: false})
    this.#pagesFolder = path.join(context.serverDistDir, 'app')
    if (!isReplayed) replay(path.join(context.serverDistDir, '..', TAG_LOG))
    isReplayed = true
  }

  async get(key, context) {
    const entry = await this.#disk.get(key, context)
    const tags = entry?.value?.headers?.[TAGS_HEADER]
    const readAt = typeof tags === 'string' ? readAtOf(tags.split(',')) : null
    return readAt === null ? entry : {...entry, lastModified: readAt}
  }

  set(key, data, context) {
    return this.#isPassing(key, data, context)
      ? this.#memory.set(key, data, context)
      : this.#disk.set(key, data, context)
  }

  revalidateTag(tags, durations) {
    return this.#disk.revalidateTag(tags, durations)
  }

  resetRequestCache() {}

  #isPassing(key, data, {cacheControl}) {
    if (data?.kind === 'FETCH') return true
    const ending = ENDINGS[data?.kind]
    if (!ending) return false
    if (typeof cacheControl?.revalidate === 'number' && cacheControl.revalidate < SHORT_SECONDS) return true
    return data.status === 404 && !existsSync(path.join(this.#pagesFolder, key + ending))
  }
}

function replay(logFile) {
  for (const [tag, expired] of readExpiredTags(logFile)) tagsManifest.tagsManifest.set(tag, {expired})
}
