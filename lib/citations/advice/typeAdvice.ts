import {referenceTypeHasField, referenceTypeTitle, type ReferenceField} from '@/lib/citations/referenceTypes'
import type {EditedReference} from '@/lib/citations/referenceRecord'

import type {Advice} from './advice'

/** A DOI makes the link of any entry, and no entry prints an ISBN: neither does harm. */
const NAMES: readonly (readonly [field: ReferenceField, name: string])[] = [
  ['containerTitle', 'Published in'],
  ['publisher', 'Publisher'],
  ['publisherPlace', 'Place'],
  ['genre', 'Kind'],
  ['number', 'Number'],
  ['edition', 'Edition'],
  ['volume', 'Volume'],
  ['issue', 'Issue'],
  ['page', 'Pages'],
  ['editor', 'Editors'],
  ['translator', 'Translators'],
]

/** Fields that hold something although entries of the type have no place for it, as after a change of type. */
export function typeAdvice(reference: EditedReference): Advice[] {
  const {type} = reference
  if (!type) return []
  return NAMES.filter(([field]) => isFilled(reference[field]) && !referenceTypeHasField(type, field)).map(
    ([field, name]) => ({
      field,
      level: 'warning',
      message: `“${name}” is not for the type “${referenceTypeTitle(type)}”: styles may leave it out or print it oddly. Empty it, or choose another type.`,
      fix: {[field]: null},
    }),
  )
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0
}
