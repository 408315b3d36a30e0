import type {SchemaType, ValidationMarker} from 'sanity'

import type {IntegrityError, SpotPath} from '@/lib/integrity/problem'
import {INTEGRITY_CODE} from '@/sanity/inputs/integrity/integrityRules'

/** What the form says is wrong beside the references. */
export interface FieldError {
  code: 'field'
  message: string
  path: SpotPath
}

/** The errors of a form that no problem with its references says already, each with the title of its field. */
export function fieldErrors(
  markers: readonly ValidationMarker[],
  {schemaType, problems}: {schemaType: SchemaType; problems: readonly IntegrityError[]},
): FieldError[] {
  return markers.flatMap(({level, code, message, path}): FieldError[] => {
    const spot = spotOf(path)
    const isSaid = code?.startsWith(INTEGRITY_CODE) || problems.some((problem) => isWithin(spot, saidOf(problem)))
    if (level !== 'error' || isSaid) return []
    const title = fieldTitle(schemaType, spot)
    return [{code: 'field', message: title ? `${title}: ${message}` : message, path: spot}]
  })
}

/** The form marks both of two entries that are the same. */
function saidOf({code, path}: IntegrityError): SpotPath {
  return code === 'listed-twice' ? path.slice(0, 1) : path
}

/** As the form names the field that a path leads into: `Address`. */
export function fieldTitle(schemaType: SchemaType, [name]: SpotPath): string | undefined {
  if (!('fields' in schemaType)) return undefined
  return schemaType.fields.find((one) => one.name === name)?.type.title
}

function isWithin(path: SpotPath, outer: SpotPath): boolean {
  return outer.length > 0 && outer.every((segment, index) => isSame(segment, path[index]))
}

function isSame(a: SpotPath[number], b: SpotPath[number] | undefined): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a._key === b._key : a === b
}

/** The Studio’s paths may also name a range of a list, which no error does. */
function spotOf(path: ValidationMarker['path']): SpotPath {
  return path.flatMap((segment): SpotPath => (Array.isArray(segment) ? [] : [segment]))
}
