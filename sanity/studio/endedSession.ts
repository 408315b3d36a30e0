/**
 * A `fetch` that calls `onEnded`, once, when the lake no longer knows whom a request speaks for whom it knew before: her
 * account was removed, her password changed, or she was signed out from elsewhere. The Studio itself would crash tool by
 * tool. A session that had ended before the first request is none of its business: the Studio asks to sign in by itself.
 */
export function createSignedInFetch(fetch: typeof globalThis.fetch, onEnded: () => void): typeof globalThis.fetch {
  let isKnown = false
  return async (input, init) => {
    const response = await fetch(input, init)
    if (!new Headers(init?.headers).has('authorization')) return response
    const hasEnded = isKnown && response.status === 401
    isKnown = response.ok || (isKnown && !hasEnded)
    if (hasEnded) onEnded()
    return response
  }
}
