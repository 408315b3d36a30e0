/** Sites whose works may be embedded, and the name that the link card prints. Subdomains count only if listed. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['youtube.com', 'YouTube'],
  ['m.youtube.com', 'YouTube'],
  ['youtu.be', 'YouTube'],
  ['vimeo.com', 'Vimeo'],
  ['soundcloud.com', 'SoundCloud'],
  ['open.spotify.com', 'Spotify'],
  ['podcasts.apple.com', 'Apple Podcasts'],
  ['archive.org', 'Internet Archive'],
  ['commons.wikimedia.org', 'Wikimedia Commons'],
  ['ted.com', 'TED'],
])

/** Names of the sites that can be embedded, once each, in the order an editor reads them. */
export const embedProviderNames: readonly string[] = [...new Set(PROVIDERS.values())]

/** The name of the site that an embed's https address belongs to, or null if embeds from there are not allowed. */
export function embedProvider(href: string): string | null {
  const url = URL.parse(href)
  if (url?.protocol !== 'https:' || url.username || url.password || url.port) return null
  return PROVIDERS.get(url.hostname.replace(/^www\./, '')) ?? null
}
