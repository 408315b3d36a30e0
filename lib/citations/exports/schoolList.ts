import {citeWorks} from '@/lib/citations/citing/citeWorks'
import {listedWorks} from '@/lib/citations/citing/listedWorks'
import {numberCitations, type CitingArticle} from '@/lib/citations/citing/number'
import {formatEntry} from '@/lib/citations/entries/formatEntry'
import type {ReferenceRecord} from '@/lib/citations/reference'
import {styleOf} from '@/lib/citations/styles/styles'

import {SCHOOL_STYLES, type SchoolStyle} from './citeTexts'

export interface SchoolEntry {
  text: string
  /** False for further reading that the text does not cite. */
  cited: boolean
}

interface SchoolListOptions {
  school: SchoolStyle
  /** BCP 47. */
  language: string
}

/**
 * The works of an article in a style that schools ask for, whatever the publication's own is: unnumbered, what is cited
 * and then further reading, each as the style sorts. Of archived copies nothing is said, for which these styles have no form.
 */
export function schoolList(
  article: CitingArticle,
  references: readonly ReferenceRecord[],
  {school, language}: SchoolListOptions,
): SchoolEntry[] {
  const bare = references.map((reference) => ({...reference, archive: null}))
  if (school === 'apa') return [...citeWorks(article, bare, {style: 'apa-author-date', language}).entries]
  const style = styleOf(SCHOOL_STYLES[school].style)
  const records = new Map(bare.map((reference) => [reference._id, reference]))
  const works = listedWorks(numberCitations(article, records.keys()), {records, style, language})
  return works.map(({reference: {cited}, record}) => ({
    cited,
    text: formatEntry(record, {style: style.id, language}).text,
  }))
}
