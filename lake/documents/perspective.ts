import {BadRequestError} from '../errors.ts'
import type {LakeDocument} from './document.ts'

import {isDraftId, isPrivateId, isVersionId, versionIdOf} from './ids.ts'
import {isLeaving} from './publication.ts'
import {byPublishedId, createView, type View} from './view.ts'

/**
 * What a query sees. `anonymous`: documents without a dot in the id. `raw`: all, each by its own id. A list: the first
 * of these releases (`drafts` is one) with a version of a document speaks for it, else the published document does.
 */
export type Perspective = 'anonymous' | 'raw' | readonly string[]

const PUBLISHED_BY_DEFAULT = '2025-02-19'

/** Whether who asks by this version of the API — `v2026-01-01`, `v1`, `vX` — and says nothing else sees published documents. */
export function isPublishedByDefault(version: string): boolean {
  return version === 'vX' || version.slice(1) >= PUBLISHED_BY_DEFAULT
}

/**
 * The perspective that a request asks for: `published`, `drafts` (or its old name `previewDrafts`), `raw`, or releases
 * separated by commas.
 *
 * @param version the version in the path: `v2026-01-01`, `v1`, `vX`.
 * @throws {BadRequestError} 400.
 */
export function parsePerspective(asked: string | null, version: string): Perspective {
  if (!asked) return isPublishedByDefault(version) ? [] : 'raw'
  if (asked === 'raw') return 'raw'
  const releases = asked.split(',').map((name) => (name === 'previewDrafts' ? 'drafts' : name.trim()))
  const unknown = releases.find((name) => !/^[A-Za-z0-9_-]+$/.test(name) || (name === 'raw' && releases.length > 1))
  if (unknown !== undefined) throw new BadRequestError(`Unknown perspective "${unknown}"`)
  return releases.filter((name) => name !== 'published')
}

export function createPerspectiveView(stored: ReadonlyMap<string, LakeDocument>, perspective: Perspective): View {
  if (perspective === 'raw')
    return createView(
      stored,
      (id, read) => read(id),
      (id) => id,
    )
  if (perspective === 'anonymous') {
    return createView(
      stored,
      (id, read) => (isPrivateId(id) ? undefined : read(id)),
      (id) => id,
    )
  }
  if (perspective.length === 0) {
    return createView(
      stored,
      (id, read) => (isDraftId(id) || isVersionId(id) ? undefined : read(id)),
      (id) => id,
    )
  }
  return createView(stored, (id, read) => overlaid(id, perspective, read), byPublishedId)
}

/** The document's best version, under its published id; `_originalId` tells which it is. */
function overlaid(
  id: string,
  releases: readonly string[],
  read: (id: string) => LakeDocument | undefined,
): LakeDocument | undefined {
  const originalId = [...releases.map((release) => versionIdOf(id, release)), id].find(read)
  const document = originalId === undefined ? undefined : read(originalId)
  if (!document || isLeaving(document)) return undefined
  const overlay = {...document, _id: id, _originalId: originalId}
  originals.set(overlay, document)
  return overlay
}

const originals = new WeakMap<object, LakeDocument>()

/** What is stored of a document of a view: itself, but for those that stand under another id than their own. */
export function storedForm<T extends object>(document: T): T | LakeDocument {
  return originals.get(document) ?? document
}
