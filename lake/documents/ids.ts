import {ValidationError} from '../errors.ts'

const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'

/** Whether only signed-in people may see the document: any dot in the id makes it private. */
export function isPrivateId(id: string): boolean {
  return id.includes('.')
}

export function isDraftId(id: string): boolean {
  return id.startsWith(DRAFTS)
}

/** Whether the id is a version for a release: `versions.<release>.<id>`. */
export function isVersionId(id: string): boolean {
  return id.startsWith(VERSIONS)
}

/** The id readers know the document by, of a draft, a version or itself. */
export function publishedIdOf(id: string): string {
  if (isDraftId(id)) return id.slice(DRAFTS.length)
  return isVersionId(id) ? id.split('.').slice(2).join('.') : id
}

/** The release that a version is for: `spring` of `versions.spring.tides`; null for every other id. */
export function releaseOfVersion(id: string): string | null {
  return isVersionId(id) ? (id.split('.')[1] ?? null) : null
}

/** The id of the draft of a published document. */
export function draftIdOf(publishedId: string): string {
  return `${DRAFTS}${publishedId}`
}

/** The id of the version of a published document in a release; `drafts` is one. */
export function versionIdOf(publishedId: string, release: string): string {
  return release === 'drafts' ? draftIdOf(publishedId) : `${VERSIONS}${release}.${publishedId}`
}

/**
 * The id, if documents may have it.
 *
 * @throws {ValidationError} 400.
 */
export function validId(id: string): string {
  if (/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(id) && !id.includes('..') && !id.endsWith('.')) return id
  throw new ValidationError(`"${id}" is not a valid document id: 1–128 letters, digits, _, - and single dots`)
}
