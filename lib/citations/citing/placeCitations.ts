import type {CitationSegment} from './citationSegment'
import {lowerCitations} from './lowerCitations'
import {raiseCitations} from './raiseCitations'

interface Inline {
  _key: string
  _type: string
}

interface Citing {
  isNumbered: boolean
  segmentsOf: (citation: object) => readonly CitationSegment[]
}

/**
 * The children of a block with its citations where their style has them: numbers behind the stop, names before it.
 *
 * The Studio keeps an empty text between two citations; that, and a citation of nothing readable, is left out, so that
 * citations side by side are found as such.
 */
export function placeCitations<Child extends Inline>(
  children: readonly Child[],
  {isNumbered, segmentsOf}: Citing,
): Child[] {
  const printed = children.filter((child) =>
    child._type === 'citation' ? segmentsOf(child).length > 0 : !('text' in child && child.text === ''),
  )
  return isNumbered ? raiseCitations(printed) : lowerCitations(printed)
}
