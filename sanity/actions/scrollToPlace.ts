import type {SpotPath} from '@/lib/integrity/problem'

const BETWEEN_MS = 150
/** Another group of fields, and then the dialogs over it, take a slow machine long to draw. */
const HELD_MS = 10_000

/** What an editor does to be elsewhere. */
const OWN_WAYS = ['wheel', 'pointerdown', 'keydown', 'touchstart']

/**
 * Brings the object in a text that a path leads to, or leads through, into view as soon as it is drawn, and back into
 * it while the form settles: a dialog that closes gives the focus, and with it the view, to where it was before.
 * The Studio opens an object where it stands, which may be far below what is shown. An editor who scrolls, types or
 * presses something is left alone.
 */
export function scrollToPlace(path: SpotPath): void {
  const selector = placeSelector(path)
  if (selector === null) return
  const own = new AbortController()
  for (const way of OWN_WAYS) {
    window.addEventListener(way, () => own.abort(), {capture: true, passive: true, signal: own.signal})
  }
  bringIntoView(selector, {own, until: performance.now() + HELD_MS})
}

interface Search {
  own: AbortController
  /** By `performance.now()`. */
  until: number
}

function bringIntoView(selector: string, {own, until}: Search): void {
  if (own.signal.aborted) return
  const place = document.querySelector(selector)
  if (place && !isInView(place)) place.scrollIntoView({block: 'center'})
  if (place) focusDialog()
  if (performance.now() < until) setTimeout(() => bringIntoView(selector, {own, until}), BETWEEN_MS)
  else own.abort()
}

/** The Studio leaves the focus in the form behind the dialog that it opens for what is drawn late. */
function focusDialog(): void {
  const popover = document.querySelector('[data-testid=popover-edit-dialog]')
  const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1) ?? popover
  if (!dialog || dialog.contains(document.activeElement)) return
  dialog.querySelector<HTMLElement>('a[href], button:not(:disabled), input')?.focus({preventScroll: true})
}

function isInView(place: Element): boolean {
  const {top, bottom} = place.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}

/** By the path that the text editor writes on what it draws; `null` for a path that leads into no text. */
export function placeSelector(path: SpotPath): string | null {
  const first = path.findIndex((segment) => keyOf(segment) !== null)
  const [block, part, child] = path.slice(first)
  const [blockKey, childKey] = [keyOf(block), part === 'children' ? keyOf(child) : null]
  if (blockKey === null) return null
  const drawn = `[_key=="${blockKey}"]${childKey === null ? '' : `.children[_key=="${childKey}"]`}`
  return `[data-pt-path=${JSON.stringify(drawn)}]`
}

function keyOf(segment: SpotPath[number] | undefined): string | null {
  return typeof segment === 'object' && '_key' in segment ? segment._key : null
}
