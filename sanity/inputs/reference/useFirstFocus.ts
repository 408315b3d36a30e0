import {useEffect, useEffectEvent, useRef, type RefObject} from 'react'

/** A ref of what takes the focus when it appears, if it is then wanted to. */
export function useFirstFocus<E extends HTMLElement>(isWanted: () => boolean): RefObject<E | null> {
  const element = useRef<E>(null)
  const takeFocus = useEffectEvent(() => {
    if (isWanted()) element.current?.focus()
  })
  useEffect(() => {
    // A dialog takes the focus for itself when all that is in it has appeared.
    const soon = setTimeout(() => takeFocus())
    return () => clearTimeout(soon)
  }, [])
  return element
}
