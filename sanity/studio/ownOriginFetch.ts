interface OwnOriginOptions {
  /** Where the Studio is served, without a slash at the end: `https://example.org`. */
  origin: string
  projectId: string
  fetch: typeof globalThis.fetch
}

/** Version checks, feedback, telemetry. */
const SANITY_SERVICE = /(^|\.)sanity(-cdn)?\.(io|com|work)$/

/**
 * A `fetch` for the page of an embedded Studio that keeps to its own origin.
 *
 * The SDK inside the Studio makes clients of its own, which take no factory and put the project id before the host:
 * `octavo.example.org` becomes `example.org` again. Requests to Sanity's hosted services fail as they do offline.
 */
export function createOwnOriginFetch({origin, projectId, fetch}: OwnOriginOptions): typeof globalThis.fetch {
  const prefixed = origin.replace('://', `://${projectId}.`)
  return (input, init) => {
    if (input instanceof Request) return fetch(input, init)
    const url = String(input)
    if (url.startsWith(`${prefixed}/lake/`)) return fetch(origin + url.slice(prefixed.length), init)
    const host = URL.parse(url, origin)?.hostname ?? ''
    if (SANITY_SERVICE.test(host)) return Promise.reject(new TypeError(`${host} is not asked by an embedded Studio`))
    return fetch(input, init)
  }
}
