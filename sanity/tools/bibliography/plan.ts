import {isDoi} from '@/lib/identifiers/doi'
import {isWebUrl} from '@/lib/links/isWebUrl'
import type {ParsedReference} from '@/lib/bibliography/parsedEntry'

import type {PlannedEntry} from './createReferences'
import type {Row} from './rows'

export interface PlanOptions {
  publish: boolean
  /** The id of a row that is created for the first time. */
  idOf: (row: Row) => string
}

/** What is stored for rows that are not done yet; rows that repeat an earlier one are listed under its id. */
export function planOf(rows: readonly Row[], {publish, idOf}: PlanOptions): PlannedEntry[] {
  const planned = new Map<string, PlannedEntry>()
  for (const row of rows) {
    const entry = row.edit.result ? null : planRow(row, {planned, rows, publish, idOf})
    if (entry) planned.set(row.key, entry)
  }
  return [...planned.values()]
}

interface Planning extends PlanOptions {
  planned: ReadonlyMap<string, PlannedEntry>
  rows: readonly Row[]
}

function planRow(row: Row, {planned, rows, publish, idOf}: Planning): PlannedEntry | null {
  const {key, choice, same} = row
  if (choice === 'skip') return null
  if (choice === 'existing' && same?.kind === 'library') {
    return {key, id: same.work.id, kind: 'existing', isPublished: same.work.isPublished}
  }
  if (choice === 'existing' && same?.kind === 'row') {
    const first = planned.get(same.key)
    if (first) return {key, id: first.id, kind: 'existing', isPublished: isPublished(first)}
    const result = rows.find((other) => other.key === same.key)?.edit.result
    return result ? {key, id: result.referenceId, kind: 'existing', isPublished: result.kind === 'published'} : null
  }
  const isReady = publish && whatIsMissing(row.stored) === null
  return {key, id: idOf(row), kind: isReady ? 'published' : 'draft', reference: row.stored}
}

function isPublished(entry: PlannedEntry): boolean {
  return entry.kind === 'existing' ? entry.isPublished : entry.kind === 'published'
}

/** Why a reference cannot be published as it is, as its form would say; null when it can. */
export function whatIsMissing({title, verbatim, issued, doi, url}: ParsedReference): string | null {
  if (doi && !isDoi(doi)) return 'The DOI is not one: it looks like 10.5555/12345678.'
  if (url && !isWebUrl(url)) return 'The address is not one: it starts with https://.'
  if (!title?.trim()) return verbatim?.trim() ? null : 'The title is missing.'
  if (!issued) return 'The date is missing: choose “No date” if the work has none.'
  const isDated = issued.status !== 'nd' && issued.status !== 'inPress'
  return isDated && typeof issued.year !== 'number' ? 'The year is missing.' : null
}
