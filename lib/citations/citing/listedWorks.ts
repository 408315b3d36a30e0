import {toCslItem} from '@/lib/citations/csl/toCslItem'
import {formatEntry} from '@/lib/citations/entries/formatEntry'
import type {ListedReference} from '@/lib/citations/entries/listEntry'
import type {Style} from '@/lib/citations/styles/style'

import {authorDateOrder} from './authorDateOrder'
import {printsInitials, sortsByParticle} from './authorDateStyle'
import type {CitationNumbering, NumberedReference} from './number'

export interface ListSetting {
  records: ReadonlyMap<string, ListedReference>
  style: Style
  /** BCP 47. */
  language: string
}

export interface Work {
  reference: NumberedReference
  record: ListedReference
}

/** The works of an unnumbered list: what is cited, then further reading, each as the style sorts. */
export function listedWorks({references}: CitationNumbering, {records, style, language}: ListSetting): Work[] {
  const works = references.flatMap((reference): Work[] => {
    const record = records.get(reference.referenceId)
    return record ? [{reference, record}] : []
  })
  const options = {
    language,
    byParticle: sortsByParticle(style.xml),
    byInitials: printsInitials(style.xml),
    byDate: style.kind === 'author-date',
  }
  const sorted = (list: Work[]) => {
    const listed = list.map(({record}) => ({
      item: toCslItem(record, style),
      text: formatEntry(record, {style: style.id, language}).text,
    }))
    return authorDateOrder(listed, options).flatMap((index) => list[index] ?? [])
  }
  return [
    ...sorted(works.filter(({reference}) => reference.cited)),
    ...sorted(works.filter(({reference}) => !reference.cited)),
  ]
}
