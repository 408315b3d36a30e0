import type {LakeDocument} from '../documents/document.ts'

import {isObject} from '../documents/json.ts'
import type {View} from '../documents/view.ts'

export type Segment = string | number | {_key: string}

/** Where in which document a value stands. */
export interface Place {
  document: LakeDocument
  path: Segment[]
  value: unknown
}

export interface Places {
  /** Where an object or array of a document stands, told by its identity; undefined for anything else. */
  of(value: unknown): Place | undefined
}

/** Finds values of a view by identity. Documents are searched when something is first asked for that they may hold. */
export function placesIn(view: View): Places {
  const known = new Map<object, Place>()
  let isComplete = false

  function learn(document: LakeDocument, value: unknown, path: Segment[]): void {
    if (typeof value !== 'object' || value === null) return
    known.set(value, {document, path, value})
    if (Array.isArray(value)) value.forEach((item, index) => learn(document, item, [...path, segmentOf(item, index)]))
    else for (const [name, item] of Object.entries(value)) learn(document, item, [...path, name])
  }

  return {
    of(value) {
      if (typeof value !== 'object' || value === null) return undefined
      const place = known.get(value)
      if (place) return place
      const document = isObject(value) && typeof value._id === 'string' ? view.byId(value._id) : undefined
      if (document === value) {
        learn(document, document, [])
      } else if (!isComplete) {
        isComplete = true
        for (const other of view.all()) learn(other, other, [])
      }
      return known.get(value)
    },
  }
}

/** How a path names an element of an array. */
export function segmentOf(item: unknown, index: number): Segment {
  return isObject(item) && typeof item._key === 'string' ? {_key: item._key} : index
}
