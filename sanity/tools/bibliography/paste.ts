import type {FieldConfidence, ParsedEntry, ParsedReference} from '@/lib/bibliography/parsedEntry'

/** What is to become of an entry. */
export type Choice = 'create' | 'existing' | 'verbatim' | 'skip'

/** What an entry became. */
export interface EntryResult {
  referenceId: string
  kind: 'published' | 'draft' | 'existing'
}

/** What an editor did to an entry; everything else follows from the text. */
export interface EntryEdit {
  reference?: ParsedReference
  /** Fields that are no longer as they were parsed: edited by hand, or looked up with this confidence. */
  confidence?: Partial<Record<keyof ParsedReference, FieldConfidence[keyof FieldConfidence] | 'edited'>>
  choice?: Choice
  /** What the last look-up said. */
  lookUp?: {problems: string[]}
  /** The id under which it is created: fixed before the first attempt, so that a second one creates nothing anew. */
  id?: string
  result?: EntryResult
}

/** The article whose further reading gets the references. */
export interface ChosenArticle {
  /** Without `drafts.`. */
  id: string
  /** Whether it is made with them, and perhaps not stored yet. */
  isNew: boolean
}

/** A paste and what was done with it, as it is kept over a reload. */
export interface Paste {
  text: string
  edits: Record<string, EntryEdit>
  /** None is for the library only. */
  article?: ChosenArticle
}

export interface KeyedEntry {
  /** Stays the same when something else in the text changes. */
  key: string
  /** From 1. */
  number: number
  entry: ParsedEntry
}

/**
 * Entries with keys made of what was pasted, so that edits stay with their lines while the text around them changes.
 * Addresses alone are taken to have been read `today`, `YYYY-MM-DD`.
 */
export function keyEntries(entries: readonly ParsedEntry[], today: string): KeyedEntry[] {
  const seen = new Map<string, number>()
  return entries.map((entry, index) => {
    const times = seen.get(entry.pasted) ?? 0
    seen.set(entry.pasted, times + 1)
    return {key: `${times}:${entry.pasted}`, number: index + 1, entry: readToday(entry, today)}
  })
}

function readToday(entry: ParsedEntry, today: string): ParsedEntry {
  const {format, reference, confidence} = entry
  if (format !== 'url' || reference.accessed || reference.issued?.status === 'dated') return entry
  return {...entry, reference: {...reference, accessed: today}, confidence: {...confidence, accessed: 'sure'}}
}

/** The paste with one entry's edit changed. */
export function withEdit(paste: Paste, key: string, edit: Partial<EntryEdit>): Paste {
  return {...paste, edits: {...paste.edits, [key]: {...paste.edits[key], ...edit}}}
}
