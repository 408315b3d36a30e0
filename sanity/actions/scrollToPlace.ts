import type {SpotPath} from '@/lib/integrity/problem'

const CHECKS = 15
const BETWEEN_MS = 150

/**
 * Brings the object in a text that a path leads to, or leads through, into view, and back into it while the form
 * settles: a dialog that closes gives the focus, and with it the view, to where it was before.
 * The Studio opens an object where it stands, which may be far below what is shown.
 */
export function scrollToPlace(path: SpotPath, checksLeft = CHECKS): void {
  const selector = placeSelector(path)
  if (selector === null) return
  const place = document.querySelector(selector)
  if (place && !isInView(place)) place.scrollIntoView({block: 'center'})
  if (checksLeft > 1) setTimeout(() => scrollToPlace(path, checksLeft - 1), BETWEEN_MS)
}

function isInView(place: Element): boolean {
  const {top, bottom} = place.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}

/** By the path that the text editor writes on what it draws; `null` for a path that leads into no text. */
export function placeSelector([, block, part, child]: SpotPath): string | null {
  const [blockKey, childKey] = [keyOf(block), part === 'children' ? keyOf(child) : null]
  if (blockKey === null) return null
  const drawn = `[_key=="${blockKey}"]${childKey === null ? '' : `.children[_key=="${childKey}"]`}`
  return `[data-pt-path=${JSON.stringify(drawn)}]`
}

function keyOf(segment: SpotPath[number] | undefined): string | null {
  return typeof segment === 'object' && '_key' in segment ? segment._key : null
}
