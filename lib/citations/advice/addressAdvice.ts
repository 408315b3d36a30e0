import {isHomePage, webUrl} from '@/lib/citations/works/canonicalUrl'

const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|_hsenc|_hsmi)$/i

const WIKIPEDIA = /(?:^|\.)wikipedia\.org$/

/** The DOI's resolver in the place of a page's own address. */
export function isDoiResolver(address: string): boolean {
  return /^(?:www\.|dx\.)?doi\.org$/.test(webUrl(address)?.host ?? '')
}

/** Whether an address is that of an article of Wikipedia as it is at the moment, not of one version. */
export function isChangingWikipediaPage(address: string): boolean {
  const url = webUrl(address)
  return url !== null && WIKIPEDIA.test(url.host) && !isHomePage(address) && !url.searchParams.has('oldid')
}

/** The same address without the parameters by which mailings and networks follow readers; null when it has none. */
export function withoutTracking(address: string): string | null {
  const url = webUrl(address)
  const tracking = [...(url?.searchParams.keys() ?? [])].filter((name) => TRACKING.test(name))
  if (!url || tracking.length === 0) return null
  for (const name of tracking) url.searchParams.delete(name)
  return url.href
}

/** What makes an address one that no reader can follow to the work, as a sentence; null when nothing does. */
export function addressAdvice(address: string): string | null {
  const url = webUrl(address)
  if (!url) return null
  if (isSearch(url)) return 'This is the result of a search. Open the work itself and write its address.'
  if (/^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(url.host))
    return 'Only your own computer can open this address.'
  if (/(?:^|\.)(?:ez)?proxy\d*[.-]|(?:^|\.)(?:idm|ezp)\.|libproxy/.test(url.host)) {
    return 'This goes through a library’s proxy, which readers cannot use. Write the address without it, or the DOI.'
  }
  return null
}

function isSearch({host, pathname, searchParams}: URL): boolean {
  if (/(?:^|\.)(?:google|bing|yahoo|ecosia|startpage|scholar\.google)\.[a-z.]+$/.test(host)) {
    return searchParams.has('q') && /^\/(?:search|scholar|url|web)?$/.test(pathname)
  }
  return /(?:^|\.)duckduckgo\.com$/.test(host) && searchParams.has('q')
}
