import 'server-only'
import {unstable_cache} from 'next/cache'

/** Next ignores what is beyond 128 tags in one call. */
const TAGS_PER_CALL = 100

interface CacheEntry {
  /** Distinguishes this read from every other; the same read has the same key. */
  key: string
  tags: readonly string[]
  /** Seconds after which the page is rendered again although nothing was published; `false` for never. */
  revalidateAfter: number | false
}

/**
 * Attaches tags to the page that is being rendered, now that it is known what the page shows.
 * `unstable_cache` is the one call of Next's that does so outside `fetch`; that it keeps an empty value is by the way.
 */
export async function tagPage({key, tags, revalidateAfter}: CacheEntry): Promise<void> {
  for (let start = 0; start < tags.length; start += TAGS_PER_CALL) {
    const attach = unstable_cache(async () => null, [key, String(start)], {
      tags: tags.slice(start, start + TAGS_PER_CALL),
      revalidate: revalidateAfter,
    })
    await attach()
  }
}
