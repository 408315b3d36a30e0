import type {EntryFields} from '../entryFields'
import {withoutStop} from './sentences'

/** `Boston, MA: Beacon Press` names the place too. */
export function keepPublisher(source: string, fields: EntryFields) {
  const text = withoutStop(source)
  const [, place, publisher] = /^(\p{Lu}[\p{L}.’' -]{1,40}(?:, \p{Lu}[\p{L}. ]{1,20})?): (.+)$/u.exec(text) ?? []
  fields.set('publisherPlace', place, 'likely')
  fields.set('publisher', publisher ?? text, publisher ? 'likely' : 'sure')
}
