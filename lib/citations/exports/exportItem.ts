import {cleanLine} from '@/lib/citations/cleanLine'
import type {CslItem} from '@/lib/citations/csl/csl'
import {articleNumberOf} from '@/lib/citations/csl/fitFields'
import type {ReferenceRecord} from '@/lib/citations/reference'
import {toNeutralItem} from '@/lib/citations/csl/toNeutralItem'

export interface ExportItem extends CslItem {
  /** The line as it was pasted, where nobody has taken it apart yet. */
  note?: string
}

/** A reference as every export has it. */
export function exportItem(reference: ReferenceRecord): ExportItem {
  const item = toNeutralItem(reference)
  const verbatim = item.title ? undefined : cleanLine(reference.verbatim)
  return {
    ...item,
    ...(item.type === 'article-journal' ? articleNumberOf(item) : {}),
    ...(verbatim ? {note: verbatim} : {}),
  }
}
