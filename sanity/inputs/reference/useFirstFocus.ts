import {useEffect, useEffectEvent, useRef, type RefObject} from 'react'

/** A ref of what takes the focus when it appears, if it is then wanted to. */
export function useFirstFocus<E extends HTMLElement>(isWanted: () => boolean): RefObject<E | null> {
  const element = useRef<E>(null)
  const takeFocus = useEffectEvent(() => {
    if (isWanted()) element.current?.focus()
  })
  useEffect(() => takeFocus(), [])
  return element
}
