import {isWebUrl} from '@/lib/links/isWebUrl'

/** Parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(?:utm_.*|(?:fb|g|d|ms|y|tw|tt)clid|gbraid|wbraid|mc_[ce]id|igsh(?:id)?|_hsenc|_hsmi|_ga|_gl|mkt_tok|li_fat_id|vero_id|ref_src|ref_url|cmp(?:id)?|smid|s_cid|spm)$/i

const ARCHIVE = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/\/.*)$/i
const WIKI = /^([a-z-]+)(?:\.m)?\.(wikipedia|wiktionary|wikiquote|wikisource|wikibooks)\.org$/

/**
 * An address in the form in which two of the same page are equal: no scheme, `www.`, mobile host of a wiki, default
 * port, trailing slash, tracking parameter, fragment or revision of a wiki. An archived page stands for the page.
 *
 * Null when it is no web address.
 */
export function canonicalUrl(address: string): string | null {
  const url = webUrl(address)
  if (!url) return null
  const host = url.host.replace(/^www\d?\./, '')
  const query = queryOf(url)
  const wiki = WIKI.exec(host)
  if (wiki) return `${wiki[1]}.${wiki[2]}.org${wikiPath(url)}`
  return `${host}${pathOf(url.pathname)}${query && `?${query}`}${routeOf(url.hash)}`
}

/** The revision that a wiki's permanent link names, or null. */
export function wikiRevision(address: string): string | null {
  const url = webUrl(address)
  return url && WIKI.test(url.host) ? url.searchParams.get('oldid') : null
}

/** Whether an address names no more than a site. */
export function isHomePage(address: string): boolean {
  return !/[/?#]/.test(canonicalUrl(address) ?? '/')
}

/** The parsed address, of the page itself where it is that of an archived copy. */
export function webUrl(address: string): URL | null {
  const trimmed = address.trim()
  const page = ARCHIVE.exec(trimmed)?.[1] ?? trimmed
  return isWebUrl(page) ? URL.parse(page) : null
}

/** `?a=1&b` sorted, so that the order of parameters does not count. */
function queryOf(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  return new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString()
}

function pathOf(pathname: string): string {
  const segments = pathname.replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/').split('/')
  return segments
    .filter((segment, index) => segment !== '' || index === 0)
    .map(plainSegment)
    .join('/')
}

/** Browsers and servers escape different letters. */
function plainSegment(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment).normalize('NFC'))
  } catch {
    return segment
  }
}

function wikiPath(url: URL): string {
  const title = url.searchParams.get('title') ?? /^\/(?:wiki|[a-z-]+)\/(.+)$/.exec(url.pathname)?.[1]
  return title ? `/wiki/${plainSegment(title.replace(/ |%20|\+/g, '_'))}` : pathOf(url.pathname)
}

/** A fragment counts only where a script reads a page's path from it. */
function routeOf(hash: string): string {
  return /^#!?\//.test(hash) ? hash : ''
}
