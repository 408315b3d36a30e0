import {ValidationError} from '../errors.ts'
import type {LakeDocument} from './document.ts'

import {releaseOfVersion} from './ids.ts'

const RELEASES = '_.releases.'
const RESERVED_NAMES = new Set(['drafts', 'published', 'previewDrafts', 'raw'])

/** What a release rests in. What the hosted lake does in between (`publishing` …) is one transaction here. */
export type ReleaseState = 'active' | 'scheduled' | 'archived' | 'published'

const states: readonly ReleaseState[] = ['active', 'scheduled', 'archived', 'published']

type Read = (id: string) => LakeDocument | null

/** Whether the document is a release itself, which only actions may change. */
export function isReleaseId(id: string): boolean {
  return id.startsWith(RELEASES)
}

/**
 * The id of the document that a release is: `_.releases.spring`.
 *
 * @throws {ValidationError} 400, for a name that versions and perspectives could not be named by.
 */
export function releaseIdOf(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name) && !RESERVED_NAMES.has(name)) return RELEASES + name
  throw new ValidationError(`"${name}" is not a valid release id: 1–64 letters, digits, _ and -`)
}

/** The state of a release; of one that says nothing we know, `active`. */
export function stateOf(release: LakeDocument): ReleaseState {
  return states.find((state) => state === release.state) ?? 'active'
}

/**
 * Refuses to change a release other than by its actions, and the versions in one that is scheduled, archived or
 * published. Versions without a release are nobody's to lock.
 *
 * @throws {ValidationError} 400.
 */
export function assertUnlocked(id: string, read: Read): void {
  if (isReleaseId(id)) throw new ValidationError(`Document "${id}" is a release; change it with release actions`)
  const name = releaseOfVersion(id)
  const release = name === null ? null : read(RELEASES + name)
  if (!release || stateOf(release) === 'active') return
  throw new ValidationError(`Documents in release "${name}" (state: ${stateOf(release)}) can not be mutated`)
}
