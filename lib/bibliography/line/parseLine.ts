import type {Reading} from '../parsedEntry'
import {readApa} from './apa'
import {decodeEntities} from './entities'
import {readEmphasis} from './emphasis'
import {readLegal} from './legal'
import {leftOver} from './leftOver'
import {takeChanged, takeMedium} from './medium'
import {readNote} from './note'
import {readOtherStyle} from './otherStyles'
import {takeAddresses} from './takeAddresses'

/** A citation that is longer is none; what is searched stays short. */
const MAX_LENGTH = 5000

/** What pages set behind their entries, and back links of Wikipedia. */
const BUTTONS =
  /\s*\[(?:Google Scholar|Cross ?Ref|PubMed(?: Central)?|PMC free article|Green Version|Web of Science|Scopus|Full Text|Abstract)\]|\s*[\^↑](?: [a-z])*$/giu

/** Soft hyphens and blanks of other widths come with what is copied from pages and PDFs. */
function plainBlanks(line: string): string {
  return line
    .replace(BUTTONS, '')
    .replace(/\u00ad/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
}

/** What one citation in APA or a similar style says, or null when nothing in it was understood. */
export function parseLine(line: string): Reading | null {
  if (line.length > MAX_LENGTH) return null
  const medium = takeMedium(plainBlanks(decodeEntities(line)))
  const addresses = takeAddresses(medium.text)
  addresses.accessed ??= medium.accessed
  const changed = takeChanged(addresses.text)
  addresses.text = changed.text
  const emphasised = readEmphasis(addresses.text)
  const fields =
    readLegal(emphasised.text, addresses) ??
    readNote(emphasised, addresses) ??
    readApa(emphasised, addresses) ??
    readOtherStyle(emphasised, addresses)
  if (!fields) return null
  fields.problems.unshift(...addresses.problems, ...medium.problems, ...changed.problems)
  const rest = leftOver(emphasised.text, fields.reference, fields.problems)
  fields.problems.push(...rest.map((words) => `Not understood: “${words}”`))
  return fields.reading()
}
