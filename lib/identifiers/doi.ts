/** `10.` + registrant + `/` + suffix, as the DOI Handbook §2.2 defines it; no resolver, no `doi:` prefix, no full stop of a sentence. */
const BARE_DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;:]$/

/** What people paste in front of a DOI. */
const RESOLVER = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)/i

export function isDoi(value: string): boolean {
  return BARE_DOI.test(value)
}

/** The bare DOI of a DOI or a resolver's address, or null when there is none. Case is kept; the stop of the sentence that it ended is not. */
export function toBareDoi(text: string): string | null {
  const bare = text
    .trim()
    .replace(RESOLVER, '')
    .replace(/(?<![.,;:])[.,;:]+$/, '')
  return isDoi(bare) ? bare : null
}

/**
 * The resolvable form that Crossref asks members to display, safe in an `href`: `<>#?"` and their like are escaped.
 *
 * @see https://www.crossref.org/display-guidelines/
 */
export function doiUrl(doi: string): string {
  return `https://doi.org/${doi.split('/').map(encodeSegment).join('/')}`
}

/** A DOI may hold characters that a path takes literally (`;()`), which stay readable. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(/%(3A|3B|2C|40)/g, decodeURIComponent)
}
