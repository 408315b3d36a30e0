import type {EntryFields} from '../entryFields'
import {withoutStop} from './sentences'

/** `Boston, MA: Beacon Press` names the place too. */
export function keepPublisher(source: string, fields: EntryFields) {
  const [, before, pages] = /^(.{2,}?)[.,] pp?\. ?(\d+(?:[–-]\d+)?)\.?$/.exec(source.trim()) ?? []
  if (!fields.reference.page) fields.set('page', pages?.replace('-', '–'), 'likely')
  const text = withoutStop(before ?? source)
  const [, place, publisher] = /^(\p{Lu}[\p{L}.’' -]{1,40}(?:, \p{Lu}[\p{L}. ]{1,20})?): (.+)$/u.exec(text) ?? []
  fields.set('publisherPlace', place, 'likely')
  fields.set('publisher', publisher ?? text, publisher || isPlace(text) ? 'likely' : 'sure')
}

/** `Paris` or `London, England` alone is more often a place. */
function isPlace(text: string): boolean {
  return /^(?:Paris|London|New York|Geneva|Genf|Vienna|Wien|Berlin|Oxford|Cambridge|Boston|Chicago|Brussels|Washington|Rome|Madrid|Amsterdam|Munich|München|Leiden|Zürich|Toronto|Sydney|Moscow|Tokyo)(?:, [\p{L}. ]{2,20})?$/u.test(
    text,
  )
}
