import {useEffect, useRef, type RefObject} from 'react'

/** A ref of what takes the focus when it appears, where it appears in the place of what had it. */
export function useFirstFocus<E extends HTMLElement>(isWanted: boolean): RefObject<E | null> {
  const element = useRef<E>(null)
  const wantedAtFirst = useRef(isWanted)
  useEffect(() => {
    if (wantedAtFirst.current) element.current?.focus()
  }, [])
  return element
}
