import {useCallback, useRef} from 'react'

interface FocusHeir {
  /** A button was pressed that will go; what appears for one of these works instead is to have the focus. */
  bequeath: (ids: readonly string[]) => void
  /** Whether the focus has been left to a work, and nothing else has it; answers yes once. */
  inherits: (id: string) => boolean
}

/** Leads the keyboard from a button that goes when it has done its work to the one that takes its place. */
export function useFocusHeir(): FocusHeir {
  const heirs = useRef<readonly string[]>([])
  return {
    bequeath: useCallback((ids) => {
      heirs.current = ids
    }, []),
    inherits: useCallback((id) => {
      if (!heirs.current.includes(id) || document.activeElement !== document.body) return false
      heirs.current = []
      return true
    }, []),
  }
}
