import 'server-only'
import {unstable_cache} from 'next/cache'

import type {PageEntry} from './freshOrKept'

/** Next ignores what is beyond 128 tags in one call. */
const TAGS_PER_CALL = 100

/**
 * Attaches tags to the page that is being rendered, now that it is known what the page shows.
 * `unstable_cache` is the one call of Next's that does so outside `fetch`; that it keeps an empty value is by the way.
 */
export async function tagPage({key, tags, revalidateAfter}: PageEntry): Promise<void> {
  for (let start = 0; start < tags.length; start += TAGS_PER_CALL) {
    const attach = unstable_cache(async () => null, [key, String(start)], {
      tags: tags.slice(start, start + TAGS_PER_CALL),
      revalidate: revalidateAfter,
    })
    await attach()
  }
}
