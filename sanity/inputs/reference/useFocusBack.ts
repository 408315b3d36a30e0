import {useEffect, useState} from 'react'

/** Gives the focus back, when a dialog closes, to what had it before; where that is gone, to the button of the menu. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // A dialog takes the focus along when it goes, which it has not yet.
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        // What is hidden by then, such as an item of a menu, takes no focus.
        for (const place of [before, document.querySelector('[data-testid="action-menu-button"]')]) {
          if (document.activeElement === document.body && place instanceof HTMLElement) place.focus()
        }
      })
    },
    [before],
  )
}
