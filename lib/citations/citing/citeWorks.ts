import {DEFAULT_STYLE} from '@/lib/citations/styles/citationStyles'
import {listEntry, type ListedReference} from '@/lib/citations/entries/listEntry'
import {styleOf} from '@/lib/citations/styles/styles'

import {andOf} from './andOf'
import {authorDateCitations} from './authorDateCitations'
import {byNodeOrKey} from './byNodeOrKey'
import {entryPlace, type CitedEntry, type CitedWorks} from './citedEntry'
import {citingWords} from './citingWords'
import {narrativeText} from './narrativeText'
import {narrativeWords} from './narrativeWords'
import {numberCitations, type CitingArticle} from './number'
import {numericSegments} from './numericSegments'

export interface CiteOptions {
  /** A style's id; one that is not known is set in the default style. */
  style?: string
  /** BCP 47. */
  language?: string
}

/**
 * Citations and reference list of one text in a style: the one source for its page, feed entry and exports.
 *
 * `references` are those that can be read, in any order. Never throws on content.
 */
export function citeWorks(
  article: CitingArticle,
  references: readonly ListedReference[],
  {style = DEFAULT_STYLE, language = 'en-US'}: CiteOptions = {},
): CitedWorks {
  const records = new Map(references.map((reference) => [reference._id, reference]))
  const numbering = numberCitations(article, records.keys())
  if (styleOf(style).kind === 'author-date') {
    return authorDateCitations(numbering, {records, style: styleOf(style), language})
  }

  const and = andOf(language)
  const names = new Map<string, string>()
  const nameOf = (referenceId: string) => {
    const record = records.get(referenceId)
    const nameNow = () => (record ? narrativeText(record, narrativeWords(styleOf(style), language)) : '')
    const name = names.get(referenceId) ?? nameNow()
    names.set(referenceId, name)
    return name
  }
  const segments = new Map(
    [...numbering.citations].map(([citation, items]) => [citation, numericSegments(citation, items, {nameOf, and})]),
  )
  const segmentsAt = byNodeOrKey(segments)
  return {
    isNumbered: true,
    segmentsOf: (citation) => segmentsAt(citation) ?? [],
    entries: numbering.references.flatMap((reference): CitedEntry[] => {
      const record = records.get(reference.referenceId)
      if (!record) return []
      const name = citingWords.numbered(reference.number)
      return [{...entryPlace(reference, name), number: reference.number, ...listEntry(record, {style, language})}]
    }),
  }
}
