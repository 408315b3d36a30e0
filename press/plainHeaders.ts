import type {ServerResponse} from 'node:http'

/**
 * Makes a header that is set to a list of one a text.
 *
 * Next sets the headers of a route's answer as lists, and its compression passes over an answer whose type is one:
 * feeds and scripts would be sent as large as they are.
 */
export function keepHeadersPlain(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => {
    const [only, ...others] = Array.isArray(value) ? value : [value]
    return setHeader(name, only !== undefined && others.length === 0 ? only : value)
  }
}
