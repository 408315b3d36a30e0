import {useEffect, useRef, type RefObject} from 'react'

/** Takes the focus to `target` when work ends that took it away: a button that is busy or gone has none. */
export function useFocusAfter(isBusy: boolean, target: RefObject<HTMLElement | null>): void {
  const wasBusy = useRef(false)

  useEffect(() => {
    if (wasBusy.current && !isBusy) focusIfLost(target.current)
    wasBusy.current = isBusy
  }, [isBusy, target])
}

/** Focuses an element, unless something else has the focus: what holds the element is no place to be at. */
export function focusIfLost(element: HTMLElement | null): void {
  if (element && document.activeElement?.contains(element)) element.focus({preventScroll: true})
}
