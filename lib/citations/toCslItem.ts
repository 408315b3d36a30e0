import type {CslItem} from './csl'
import {fitType} from './fitType'
import type {ReferenceRecord} from './reference'
import type {Style} from './styles'
import {toNeutralItem} from './toNeutralItem'

/** A reference as CSL-JSON, arranged so that a stock style prints it well; some of it is for APA alone. Never throws. */
export function toCslItem(reference: ReferenceRecord, style: Pick<Style, 'isApa'> = {isApa: true}): CslItem {
  const {title, ...item} = toNeutralItem(reference)
  return fitType(title === undefined ? item : {...item, title: withoutFullStop(title)}, style)
}

/** Styles set their own full stop; that of an abbreviation or an ellipsis stays. */
function withoutFullStop(title: string): string {
  return title.replace(/(?<!\.|\b\p{L}|\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|vol|no))\.$/iu, '')
}
