import type {EmphasisedText} from './emphasis'
import type {EntryFields} from '../entryFields'
import type {LineAddresses} from './lineAddresses'

/** An entry in MLA, Chicago, Harvard or Vancouver style, or null. */
export function readOtherStyle(_emphasised: EmphasisedText, _addresses: LineAddresses): EntryFields | null {
  return null
}
