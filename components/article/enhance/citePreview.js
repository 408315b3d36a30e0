/** Shows the entry behind a number, a name or a note's mark while it is pointed at or reached by Tab. */
const MARKS = 'a[role="doc-biblioref"], a[role="doc-noteref"]'
const OPENS_AFTER = 120
const CLOSES_AFTER = 250
const GAP = 6
const MARGIN = 8
const LOWEST = 48

let card
let shown
let opening
let closing
let isTabbing = false

if ('popover' in HTMLElement.prototype) listen()

function listen() {
  document.addEventListener('pointerover', ({pointerType, target}) => {
    const mark = markOf(target)
    if (pointerType === 'touch') return
    if (mark || card?.contains(target) || !closing) stop()
    if (mark) opening = setTimeout(open, OPENS_AFTER, mark)
    else if (shown && !card.contains(target)) closing ??= setTimeout(close, CLOSES_AFTER)
  })
  document.addEventListener('pointerdown', () => (isTabbing = false))
  document.addEventListener('keydown', ({key}) => {
    isTabbing = key === 'Tab'
    if (key === 'Escape') close()
  })
  document.addEventListener('focusin', ({target}) => {
    const mark = markOf(target)
    if (mark && isTabbing) open(mark)
    else if (!card?.contains(target)) close()
  })
  document.addEventListener('click', ({target}) => markOf(target) && close())
  addEventListener('resize', close)
}

function markOf(target) {
  const mark = target instanceof Element ? target.closest(MARKS) : null
  return mark && !card?.contains(mark) ? mark : null
}

function stop() {
  clearTimeout(opening)
  clearTimeout(closing)
  opening = closing = undefined
}

function close() {
  stop()
  shown = undefined
  if (card?.matches(':popover-open')) card.hidePopover()
}

function open(mark) {
  stop()
  const entry = document.getElementById(mark.hash.slice(1))
  if (shown === mark || !entry) return
  card ??= document.body.appendChild(newCard())
  card.replaceChildren(...contentOf(entry))
  card.dir = getComputedStyle(entry).direction
  card.scrollTop = 0
  card.showPopover()
  shown = place(mark) ? mark : undefined
  if (!shown) card.hidePopover()
}

/** Hidden from screen readers and the Tab key: both have the link, and hear its name and its entry there. */
function newCard() {
  const element = document.createElement('div')
  element.className = 'cite-card'
  element.popover = 'manual'
  element.setAttribute('aria-hidden', 'true')
  return element
}

function contentOf(entry) {
  const copy = entry.cloneNode(true)
  for (const backlinks of copy.querySelectorAll('.backlinks')) backlinks.remove()
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id')
  for (const link of copy.querySelectorAll('a')) link.tabIndex = -1
  return [...copy.childNodes]
}

/** Below the mark or, where there is more room, above it; never over it. Tells whether there is room at all. */
function place(mark) {
  const {clientWidth, clientHeight} = document.documentElement
  const around = mark.getBoundingClientRect()
  card.style.maxHeight = 'none'
  const {width, height} = card.getBoundingClientRect()
  const below = clientHeight - around.bottom - GAP - MARGIN
  const above = around.top - GAP - MARGIN
  const isBelow = height <= below || below >= above
  const room = Math.min(height, isBelow ? below : above)
  const left = Math.max(MARGIN, Math.min(around.left - 2 * MARGIN, clientWidth - width - MARGIN))
  const top = isBelow ? around.bottom + GAP : around.top - GAP - room
  card.style.maxHeight = `${room}px`
  card.style.left = `${left + scrollX}px`
  card.style.top = `${top + scrollY}px`
  return room >= Math.min(height, LOWEST)
}
