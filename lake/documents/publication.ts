import type {LakeDocument} from './document.ts'

import {isObject, type JsonObject} from './json.ts'
import {strengthenReferences} from './references.ts'

/** The attributes of a copy of the document under another id. */
export function copyOf(document: LakeDocument, id: string): JsonObject {
  const {_rev, _updatedAt, ...attributes} = document
  return {...attributes, _id: id}
}

/**
 * What a draft or version becomes when it is published: without what the lake noted about it, with the references that
 * were weak only until then made strong, and as old as the published document that it replaces.
 */
export function publishedForm(version: LakeDocument, publishedId: string, published: LakeDocument | null): JsonObject {
  const {_system, ...attributes} = copyOf(version, publishedId)
  const strengthened = Object.entries(attributes).map(([key, value]) => [key, strengthenReferences(value)])
  return {...Object.fromEntries(strengthened), _createdAt: published?._createdAt ?? version._createdAt}
}

/** Whether a version says that the document will be unpublished with its release. */
export function isLeaving({_system}: LakeDocument): boolean {
  return isObject(_system) && _system.delete === true
}
