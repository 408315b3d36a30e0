/** Without a dot: what has one is a draft or private. */
const PUBLIC_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/

/** The id in an address, or `null` for what no published reference can have as its id. */
export function referenceId(segment: string): string | null {
  return PUBLIC_ID.test(segment) ? segment : null
}
