/**
 * The address that a link stands for: the one behind Google's redirect, or as written. `null` where it leads to a place
 * beside the page or the file it was copied from, which is not where the article will be.
 */
export function writtenHref(href: string): string | null {
  const url = URL.parse(href)
  if (!url) return null
  if (/^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url')
    return url.searchParams.get('q') ?? url.searchParams.get('url') ?? href
  // Word writes spaces, and browsers forgive them.
  return /^https?:$/.test(url.protocol) ? href.replaceAll(' ', '%20') : href
}
