import {z} from 'zod'

import type {Paste} from './paste'

/** Browsers keep some 5 MB for a site, and the Studio needs some of it. */
const MAX_LENGTH = 1_500_000

export const EMPTY_PASTE: Paste = {text: '', edits: {}}

const loose = z.looseObject({})
const chosenArticle = z.object({id: z.string(), isNew: z.boolean()})
const keptPaste = z.object({text: z.string(), edits: z.record(z.string(), loose), article: chosenArticle.optional()})

type PasteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Where pastes outlive a reload. Of the storages the first that has one counts, and all of them keep it: a tab's own
 * comes before what all tabs share, so that two of them do not take each other's place. `storagesOf` throws in a
 * browser that keeps nothing, which is no reason to fail.
 */
export function createPasteStore(storagesOf: () => readonly PasteStorage[], name: string) {
  const key = `octavo.bibliography.${name}`
  return {read, write, fits}

  function read(): Paste {
    try {
      const stored = storagesOf().map((storage) => storage.getItem(key))
      const kept = keptPaste.safeParse(JSON.parse(stored.find((json) => json !== null) ?? 'null'))
      return kept.success ? kept.data : EMPTY_PASTE
    } catch (error) {
      console.info('The paste of before could not be read', error)
      return EMPTY_PASTE
    }
  }

  /** The text and the article are kept even where the edits are too many. */
  function write(paste: Paste): void {
    const whole = JSON.stringify(paste)
    const json = whole.length <= MAX_LENGTH ? whole : JSON.stringify({...paste, edits: {}})
    try {
      for (const storage of storagesOf()) {
        if (paste.text === '' || !fits(paste)) storage.removeItem(key)
        else storage.setItem(key, json)
      }
    } catch (error) {
      console.info('The paste could not be kept', error)
    }
  }

  /** Whether a reload brings its text back. */
  function fits({text}: Paste): boolean {
    return text.length < MAX_LENGTH / 2
  }
}

export type PasteStore = ReturnType<typeof createPasteStore>
