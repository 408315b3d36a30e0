import {isDoi, toBareDoi} from '@/lib/identifiers/doi'
import {webUrl} from '@/lib/citations/works/canonicalUrl'
import type {EditedReference} from '@/lib/citations/referenceRecord'

import {addressAdvice, isChangingWikipediaPage, isDoiResolver, withoutTracking} from './addressAdvice'
import type {Advice} from './advice'

/** What is odd about a DOI. */
export function doiAdvice({doi}: EditedReference): Advice[] {
  if (!doi || isDoi(doi)) return []
  const bare = bareDoi(doi)
  const message = bare ? `Write the bare DOI: ${bare}` : 'Write the bare DOI, such as 10.5555/12345678'
  return [{field: 'doi', level: 'error', message, ...(bare ? {fix: {doi: bare}} : {})}]
}

/** What is odd about an address. */
export function urlAdvice({url, doi, archive}: EditedReference): Advice[] {
  if (!url) return []
  const bare = isDoiResolver(url) ? bareDoi(url) : null
  if (bare) {
    const isOther = doi && bareDoi(doi)?.toLowerCase() !== bare.toLowerCase()
    const message = isOther
      ? `This is the address of another DOI, ${bare}. Keep the right one under “DOI” and leave the address empty.`
      : 'This is a DOI. It belongs under “DOI”, and the address can stay empty.'
    return [{field: 'url', level: 'warning', message, ...(isOther ? {} : {fix: {doi: bare, url: null}})}]
  }
  const advice = addressAdvice(url)
  if (advice) return [{field: 'url', level: 'warning', message: advice}]
  const clean = withoutTracking(url)
  if (clean) {
    const message = 'The address has parts that only say where you came from. It works without them.'
    return [{field: 'url', level: 'warning', message, fix: {url: clean}}]
  }
  if (isChangingWikipediaPage(url) && !archive?.url) {
    const message =
      'Wikipedia’s articles change. Open “Permanent link” in the article’s tools and write the address that it leads to.'
    return [{field: 'url', level: 'warning', message}]
  }
  return []
}

/** The DOI in anything that people write for one: `doi:…`, a resolver’s address with or without escapes. */
function bareDoi(text: string): string | null {
  const written = text.trim().replace(/^doi[:\s]+/i, '')
  const path = isDoiResolver(written) ? webUrl(written)?.pathname.slice(1) : undefined
  return toBareDoi(path === undefined ? written : unescaped(path))
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
