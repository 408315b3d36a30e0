import {readEdition} from './edition'
import type {EntryFields} from '../entryFields'
import {isPublishingHouse} from './outlets'
import type {SourceKind} from './source'

/**
 * Harvard as some departments write it sets commas alone: `Title, 5th ed, Penguin, London`. Cuts an edition, a house that
 * publishes books and its place off a title that nothing follows; where there is no such house, the title gets less sure.
 */
export function readCommaSource(fields: EntryFields): SourceKind {
  const {title} = fields.reference
  const parts = title?.split(', ') ?? []
  if (!title || parts.length < 2 || fields.reference.publisher) return 'none'
  const house = parts.findLastIndex((part, index) => index > 0 && part.length < 60 && isPublishingHouse(part))
  if (house < 1 || house < parts.length - 2) {
    if (fields.confidence.title === 'sure' && endsInName(parts)) fields.set('title', title, 'likely')
    return 'none'
  }
  const edition = house > 1 ? readEdition(parts[house - 1] ?? '') : null
  const isPlaceBefore =
    edition === null && house > 1 && house === parts.length - 1 && /^\p{Lu}\p{Ll}+$/u.test(parts[house - 1] ?? '')
  fields.set('title', parts.slice(0, edition || isPlaceBefore ? house - 1 : house).join(', '), 'likely')
  if (edition) fields.set('edition', edition, 'likely')
  fields.set('publisher', parts[house], 'likely')
  fields.set('publisherPlace', isPlaceBefore ? parts[house - 1] : parts[house + 1], 'likely')
  return 'plain'
}

/** `…, Paris` at the end of a title may be its publisher’s. */
function endsInName(parts: readonly string[]): boolean {
  return /^(?:\p{Lu}[\p{L}.’'-]*(?: |$)|& ){1,4}(?:\d+ p)?\.?$|^\d+ p\.?$/u.test(parts.at(-1) ?? '')
}
