/**
 * A `fetch` that calls `onEnded`, once, when the lake no longer knows whom a request speaks for: her account was removed,
 * her password changed, or she was signed out from elsewhere. The Studio itself would crash tool by tool.
 */
export function createSignedInFetch(fetch: typeof globalThis.fetch, onEnded: () => void): typeof globalThis.fetch {
  let hasEnded = false
  return async (input, init) => {
    const response = await fetch(input, init)
    if (response.status === 401 && !hasEnded && new Headers(init?.headers).has('authorization')) {
      hasEnded = true
      onEnded()
    }
    return response
  }
}
