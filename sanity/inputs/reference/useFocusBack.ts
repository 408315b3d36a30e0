import {useEffect, useState} from 'react'

/** Gives the focus back, when a dialog closes, to what had it before; where that is gone, to the button of the menu. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // A dialog takes the focus along when it goes, which it has not yet.
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        const place = before?.isConnected ? before : document.querySelector('[data-testid="action-menu-button"]')
        if (place instanceof HTMLElement) place.focus()
      })
    },
    [before],
  )
}
