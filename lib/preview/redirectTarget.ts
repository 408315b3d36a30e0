/** The path, query and fragment to send a previewing editor to; `/` when the wish leads off the site. */
export function redirectTarget(wish: string | null | undefined, origin: string): string {
  if (!wish || !URL.canParse(wish, origin)) return '/'
  const url = new URL(wish, origin)
  const path = `${url.pathname}${url.search}${url.hash}`
  const landsOnSite = url.origin === origin && URL.canParse(path, origin) && new URL(path, origin).origin === origin
  return landsOnSite ? path : '/'
}
