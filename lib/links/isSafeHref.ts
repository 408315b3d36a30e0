/** What a writer may link to besides a path on this site. */
const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:']

/** Browsers drop tabs and line ends inside an address, and bidi controls make it read as another one. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Z}\\]/u

/** Never fetched; a path is safe when it stays on whatever origin the page has. */
const ANY_ORIGIN = 'https://origin.invalid'

/**
 * Whether an address typed by a person may become an `href`: http, https, mailto, tel, or a path on the same origin.
 *
 * Refuses everything that browsers read differently from people: `//host`, `/\host`, `https:host`, control and
 * invisible characters, and user names in front of the host.
 *
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function isSafeHref(href: string): boolean {
  if (href === '' || FORBIDDEN.test(href)) return false
  if (href.startsWith('/')) return isSameOriginPath(href)
  const url = URL.parse(href)
  if (!url || !SCHEMES.includes(url.protocol)) return false
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return url.pathname !== ''
  return /^https?:\/\/[^/]/i.test(href) && url.username === '' && url.password === ''
}

/** Whether a path, resolved on any origin, stays there; also refuses `/.//host`, which redirects turn into `//host`. */
export function isSameOriginPath(path: string): boolean {
  if (!path.startsWith('/') || FORBIDDEN.test(path)) return false
  const url = URL.parse(path, ANY_ORIGIN)
  return url !== null && url.origin === ANY_ORIGIN && !url.pathname.startsWith('//')
}
