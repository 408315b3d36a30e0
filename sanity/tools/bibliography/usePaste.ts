import {useCallback, useDeferredValue, useEffect, useMemo, useState} from 'react'

import {parseBibliography} from '@/lib/bibliography/parseBibliography'

import {EMPTY_PASTE, type PasteStore} from './keptPaste'
import {keyEntries, withEdit, type ChosenArticle, type EntryEdit, type KeyedEntry, type Paste} from './paste'

export interface OpenPaste {
  paste: Paste
  entries: KeyedEntry[]
  /** Whether a reload would bring it back. */
  isKept: boolean
  setText: (text: string) => void
  edit: (key: string, change: Partial<EntryEdit>) => void
  /** Changes several entries at once. */
  editAll: (changes: Readonly<Record<string, Partial<EntryEdit>>>) => void
  chooseArticle: (article: ChosenArticle | undefined) => void
  clear: () => void
  /** Brings back what was cleared last; null when nothing was. */
  undoClear: (() => void) | null
}

/** A paste that outlives reloads and other tools, and what it consists of. */
export function usePaste(store: PasteStore): OpenPaste {
  const [paste, setPaste] = useState(() => store.read())
  const [cleared, setCleared] = useState<Paste | null>(null)
  // A megabyte takes a second to parse, which typing does not wait for.
  const text = useDeferredValue(paste.text)
  const [today] = useState(() => new Intl.DateTimeFormat('sv-SE').format(new Date()))
  const entries = useMemo(() => keyEntries(parseBibliography(text), today), [text, today])

  useEffect(() => store.write(paste), [paste, store])

  const setText = useCallback(
    (changed: string) => setPaste(({article, ...current}) => ({...current, text: changed, ...(changed && {article})})),
    [],
  )
  const edit = useCallback(
    (key: string, change: Partial<EntryEdit>) => setPaste((current) => withEdit(current, key, change)),
    [],
  )
  const editAll = useCallback(
    (changes: Readonly<Record<string, Partial<EntryEdit>>>) =>
      setPaste((current) =>
        Object.entries(changes).reduce((changed, [key, change]) => withEdit(changed, key, change), current),
      ),
    [],
  )
  const chooseArticle = useCallback(
    (article: ChosenArticle | undefined) => setPaste((current) => ({...current, article})),
    [],
  )
  const clear = useCallback(() => {
    setCleared(paste)
    setPaste(EMPTY_PASTE)
  }, [paste])
  const undoClear = useCallback(() => {
    if (cleared) setPaste(cleared)
    setCleared(null)
  }, [cleared])

  return {
    paste,
    entries,
    isKept: store.fits(paste),
    setText,
    edit,
    editAll,
    chooseArticle,
    clear,
    undoClear: cleared && paste.text === '' ? undoClear : null,
  }
}
