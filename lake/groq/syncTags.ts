import {createHash} from 'node:crypto'

import type {DocumentChange, LakeDocument} from '../documents/document.ts'
import {isDraftId, isVersionId, publishedIdOf} from '../documents/ids.ts'
import {isLeaving} from '../documents/publication.ts'
import {referencedIds} from '../documents/references.ts'
import {slugOf} from '../documents/view.ts'

import {leastRecent} from '../leastRecent.ts'
import {EVERYTHING} from './reads.ts'

/** Above this many keys a query names the bins that they are in. Readers' caches take about a hundred tags an entry. */
const MAX_KEYS = 48
const BINS = 32
/** A commit with more tags than this names the one tag that every query has. */
const MAX_COMMIT_TAGS = 2_000

/** In place of keys: in every query, told by commits that are too large for tags of their own. */
const ANYTHING = 'anything'
/** Of queries that see one version of several, told when there is one more or one fewer. */
const VERSIONS = 'versions'

/**
 * The tags of a result: when none of them is among the tags of a commit, the commit has not changed the result.
 *
 * @param reads as `recordReads` returns them.
 * @param isOverlaid whether the perspective chooses between versions.
 */
export function tagsOfResult(dataset: string, reads: ReadonlySet<string>, isOverlaid: boolean): string[] {
  if (reads.has(EVERYTHING)) return [ANYTHING, EVERYTHING].map((key) => tagOf(dataset, key))
  const keys = [...reads].map(withPublishedId)
  const named = keys.length > MAX_KEYS ? keys.map(binOf) : keys
  const overlay = isOverlaid && keys.length > 0 ? [VERSIONS] : []
  return [...new Set([ANYTHING, ...overlay, ...named])].map((key) => tagOf(dataset, key))
}

/** The tags of a commit, or of those of its changes that somebody may hear of. */
export function tagsOfCommit(dataset: string, changes: readonly DocumentChange[]): string[] {
  const keys = new Set<string>(changes.length > 0 ? [EVERYTHING] : [])
  for (const change of changes) {
    for (const key of keysOfChange(change)) keys.add(key).add(binOf(key))
    if (keys.size > MAX_COMMIT_TAGS) return [EVERYTHING, ANYTHING].map((key) => tagOf(dataset, key))
  }
  return [...keys].map((key) => tagOf(dataset, key))
}

function keysOfChange({documentId, before, after}: DocumentChange): string[] {
  const isVersion = isDraftId(documentId) || isVersionId(documentId)
  // One that is leaving hides the document; one that is not there lets another version show.
  const state = (document: LakeDocument | null) => document && isLeaving(document)
  const uncovers = isVersion && state(before) !== state(after)
  return [
    withPublishedId(`id:${documentId}`),
    ...(uncovers ? [VERSIONS] : []),
    ...[before, after].flatMap((document) => (document ? keysOfDocument(document) : [])),
  ]
}

function keysOfDocument(document: LakeDocument): string[] {
  const slug = slugOf(document)
  return [
    `type:${document._type}`,
    ...(slug === undefined ? [] : [`slug:${slug}`]),
    ...[...referencedIds(document)].map((id) => `refs:${id}`),
  ]
}

/** Which version of a document stands for its id is not told apart. */
function withPublishedId(key: string): string {
  return key.startsWith('id:') ? `id:${publishedIdOf(key.slice(3))}` : key
}

function binOf(key: string): string {
  return `bin:${createHash('sha1').update(key).digest().readUInt16BE() % BINS}`
}

const known = leastRecent<string>(10_000)

/** Short and opaque: what is read must not be read from it. */
function tagOf(dataset: string, key: string): string {
  const name = JSON.stringify([dataset, key])
  const tag = known.get(name) ?? `s1:${createHash('sha256').update(name).digest('base64url').slice(0, 8)}`
  known.set(name, tag)
  return tag
}
