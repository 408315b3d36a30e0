import {useEffect, useEffectEvent, type RefObject} from 'react'

/** Brings the focus into the search of a dialog that opens, where the Studio leaves it on the path at its top. */
export function useSearchFirst(search: RefObject<HTMLElement | null>): void {
  const takeFocus = useEffectEvent(() => {
    if (search.current && isUntouched(search.current)) search.current.focus()
  })
  useEffect(() => {
    // A dialog takes the focus for itself when all that is in it has appeared.
    const soon = setTimeout(() => takeFocus())
    return () => clearTimeout(soon)
  }, [])
}

/** Whether the editor has not begun to fill in another field of the dialog. */
function isUntouched(search: HTMLElement): boolean {
  const dialog = search.closest('[role=dialog]')
  const active = document.activeElement
  return dialog !== null && !(dialog.contains(active) && active?.matches('input, select, textarea'))
}
