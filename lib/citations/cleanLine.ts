/** What has no place in a field: controls, and marks that embed or override the direction of what follows. */
const CONTROLS = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** Text as one well-formed line without control characters, or undefined when nothing is left. */
export function cleanLine(value: string | null | undefined): string | undefined {
  return value?.toWellFormed().replace(/\s+/g, ' ').replace(CONTROLS, '').trim() || undefined
}
