const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * Whether a text may be the last part of an address as it stands: lower-case ASCII words and digits, joined by single
 * hyphens. Letters beyond ASCII would travel percent-encoded through cache keys and headers; the Studio transliterates.
 */
export function isSlug(value: string): boolean {
  return SLUG.test(value)
}
