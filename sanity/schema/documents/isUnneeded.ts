import {referenceTypeHasField, type ReferenceField} from '@/lib/citations/referenceTypes'

import {readText} from '../readField'

/** A `hidden` callback: true when the reference's type prints no such field and it holds nothing that would be printed. */
export function isUnneeded(field: ReferenceField) {
  return ({document, value}: {document?: unknown; value?: unknown}) =>
    isEmpty(value) && !referenceTypeHasField(readText(document, 'type'), field)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
