import {EntryFields} from '../entryFields'
import {arrange} from './arrange'
import type {EmphasisedText} from './emphasis'
import {readEdition} from './edition'
import {keepAddresses, type LineAddresses} from './lineAddresses'
import {readPersons} from './nameList'
import {keepPublisher} from './publisher'
import {keepTitle} from './title'

const BOOK =
  /^(.{4,200}?), ([^"“”()]{3,300}?)(?:, ([^,]{2,20} ed\.?))? \(([^()]{3,100}?),? ((?:1[4-9]|20)\d{2})\)(?:,? (?:pp?\. ?)?([\divxlc]+(?:[–-]\d+)?(?:, \d+(?:[–-]\d+)?)*))?\.?$/u

/** A book as Chicago’s footnotes have it: `Zadie Smith, Swing Time (New York: Penguin Press, 2016), 315–16.`; else null. */
export function readNote(emphasised: EmphasisedText, addresses: LineAddresses): EntryFields | null {
  const [, names = '', title = '', edition, imprint = '', year, pages] = BOOK.exec(emphasised.text) ?? []
  const makers = title === '' ? null : readPersons(names.replace(/, and /, ' and '), ['forward', 'forward-full'])
  const [, inner, house = imprint] = /^([^,]{2,20} edn), (.+)$/.exec(imprint) ?? []
  if (!makers || !(imprint.includes(': ') || inner || /^(?:OUP|CUP)$/.test(house))) return null
  const fields = new EntryFields()
  keepAddresses(addresses, fields)
  fields.set('author', makers.contributors, 'likely')
  fields.set('issued', {status: 'dated', year: Number(year)}, 'likely')
  keepTitle(title, fields)
  const words = edition ?? inner
  fields.set('edition', words ? (readEdition(words) ?? words) : undefined, 'likely')
  keepPublisher(house, fields)
  fields.set('type', 'book', 'likely')
  fields.weaken('likely')
  fields.problems.push(...makers.problems)
  if (pages) fields.problems.push(`Not kept: “${pages}”, the page within the book; write it where you cite.`)
  arrange(fields, emphasised)
  return fields
}
