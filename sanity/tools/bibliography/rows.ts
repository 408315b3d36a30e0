import type {ParsedReference} from '@/lib/bibliography/parsedEntry'
import type {LibraryWork} from '@/sanity/works/library'
import {createWorkFinder, type WorkFinder} from '@/sanity/works/workFinder'

import type {Choice, EntryEdit, KeyedEntry} from './paste'

export type FieldState = 'sure' | 'likely' | 'guess' | 'edited'

/** The same work elsewhere: in the library, or in an earlier row of this paste. */
export type Same = {kind: 'library'; work: LibraryWork} | {kind: 'row'; key: string; number: number}

export interface Row extends KeyedEntry {
  /** As edited. */
  reference: ParsedReference
  /** As it would be stored now: a line that is kept as pasted has no fields. */
  stored: ParsedReference
  fields: Partial<Record<keyof ParsedReference, FieldState>>
  /** Sentences about what was not understood. */
  problems: string[]
  same: Same | null
  choice: Choice
  edit: EntryEdit
}

const NOT_EDITED: EntryEdit = {}

/** The rows of a paste: what was parsed, with what the editor did to it, beside what the library has. */
export function rowsOf(
  entries: readonly KeyedEntry[],
  edits: Readonly<Record<string, EntryEdit>>,
  stored: WorkFinder<LibraryWork>,
): Row[] {
  const above = createWorkFinder<Row & {record: ParsedReference}>([])
  return entries.map((keyed) => {
    const row = rowOf(keyed, edits[keyed.key] ?? NOT_EDITED, {stored, above})
    if (row.choice === 'create' || row.choice === 'verbatim') above.add({...row, record: row.stored})
    return row
  })
}

interface Finders {
  stored: WorkFinder<LibraryWork>
  above: WorkFinder<Row & {record: ParsedReference}>
}

function rowOf(keyed: KeyedEntry, edit: EntryEdit, {stored, above}: Finders): Row {
  const {entry} = keyed
  const reference = edit.reference ?? entry.reference
  const found = entry.format === 'aside' ? null : stored.find(reference)
  const work = found?.id === edit.id ? null : found
  const twin = entry.format === 'aside' || work ? null : above.find(reference)
  const same = work ? ({kind: 'library', work} as const) : twin && ({kind: 'row', ...idOf(twin)} as const)
  const choice = choiceOf(edit.choice ?? null, {format: entry.format, same})
  const isVerbatim = choice === 'verbatim'
  return {
    ...keyed,
    reference,
    stored: isVerbatim ? verbatimOf(reference, entry.pasted) : reference,
    fields: {...entry.confidence, ...edit.confidence},
    problems: edit.lookUp?.problems ?? entry.problems,
    same,
    choice,
    edit,
  }
}

function idOf({key, number}: Row): {key: string; number: number} {
  return {key, number}
}

function choiceOf(chosen: Choice | null, {format, same}: {format: string; same: Same | null}): Choice {
  if (chosen === 'existing' && !same) return 'create'
  if (chosen) return chosen
  if (format === 'aside') return 'skip'
  if (same) return 'existing'
  return format === 'unparsed' ? 'verbatim' : 'create'
}

/** A line that is printed as it was pasted; its address stays, so that the work is found again. */
function verbatimOf({doi, url, verbatim}: ParsedReference, pasted: string): ParsedReference {
  return {
    type: 'document',
    ...(doi ? {doi} : {}),
    ...(url ? {url} : {}),
    verbatim: verbatim || pasted,
  }
}

/** Whether two rows show the same; comparing them is cheaper than drawing two hundred anew for a letter in one. */
export function isSameRow(a: Row, b: Row): boolean {
  const isLike = a.entry === b.entry && a.edit === b.edit && a.number === b.number && a.choice === b.choice
  return isLike && sameId(a.same) === sameId(b.same)
}

function sameId(same: Same | null): string {
  return same?.kind === 'library' ? same.work.id : (same?.key ?? '')
}
