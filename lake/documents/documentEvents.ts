import {SYSTEM_AUTHOR, type HistoryEntry} from './document.ts'

import {draftIdOf, isDraftId, isVersionId, publishedIdOf, releaseOfVersion, versionIdOf} from './ids.ts'

/** A turn in a document's life, as the Studio's history lists it. Edits it works out by itself. */
export interface DocumentEvent {
  type:
    | 'createDocumentVersion'
    | 'deleteDocumentVersion'
    | 'publishDocumentVersion'
    | 'unpublishDocument'
    | 'deleteDocumentGroup'
    | 'createLiveDocument'
    | 'updateLiveDocument'
  /** The published id. */
  documentId: string
  timestamp: string
  author: string
  [detail: string]: unknown
}

/** The ids whose history tells the life of a document. */
export function relatedIds(id: string): string[] {
  const publishedId = publishedIdOf(id)
  return [...new Set([id, publishedId, draftIdOf(publishedId)])]
}

/** The versions that were published with their releases, as far as this history of a document tells. */
export function publishedVersionIds(id: string, entries: readonly HistoryEntry[]): string[] {
  const releases = new Set(entries.flatMap((entry) => publishedReleases(entry)))
  return [...releases].map((release) => versionIdOf(publishedIdOf(id), release))
}

/** A time that has passed makes scheduling a publication. */
function publishedReleases({actions = []}: HistoryEntry): string[] {
  return actions.flatMap(({actionType, releaseId}) =>
    /^sanity\.action\.release\.(publish|schedule)$/.test(String(actionType)) ? [String(releaseId)] : [],
  )
}

/**
 * What happened to a draft or version, or to the published document when `id` is its id.
 *
 * @param entries the history of {@link relatedIds}, in any order; the events come in the same.
 */
export function documentEvents(id: string, entries: readonly HistoryEntry[]): DocumentEvent[] {
  const isVersion = isDraftId(id) || isVersionId(id)
  const transactions = Map.groupBy(entries, (entry) => entry.transactionId)
  return [...transactions.values()].flatMap((transaction) =>
    (isVersion ? versionEvents : publishedEvents)(id, transaction),
  )
}

function versionEvents(versionId: string, transaction: HistoryEntry[]): DocumentEvent[] {
  const documentId = publishedIdOf(versionId)
  const version = transaction.find((entry) => entry.documentId === versionId)
  const published = transaction.find((entry) => entry.documentId === documentId)
  if (!version) return published && isDeletion(published) ? [groupDeletion(published)] : []
  if (isDeletion(version)) {
    if (published?.resultRev) return [publication(version, published)]
    if (published) return [releaseOf(version, published) ? retraction(version, published) : groupDeletion(published)]
    return [event(version, 'deleteDocumentVersion', {versionId, versionRevisionId: version.previousRev})]
  }
  if (version.previousRev !== null) return []
  const details = {versionId, versionRevisionId: version.resultRev}
  const type = published && isDeletion(published) ? 'unpublishDocument' : 'createDocumentVersion'
  return [event(version, type, details)]
}

function publishedEvents(id: string, transaction: HistoryEntry[]): DocumentEvent[] {
  const published = transaction.find((entry) => entry.documentId === id)
  if (!published) return []
  const version = transaction.find((entry) => entry.documentId !== id)
  if (isDeletion(published)) {
    if (version && releaseOf(version, published)) return [retraction(version, published)]
    if (!version?.resultRev) return [groupDeletion(published)]
    return [
      event(published, 'unpublishDocument', {versionId: version.documentId, versionRevisionId: version.resultRev}),
    ]
  }
  if (version && isDeletion(version)) return [publication(version, published)]
  const type = published.previousRev === null ? 'createLiveDocument' : 'updateLiveDocument'
  return [event(published, type, {revisionId: published.resultRev})]
}

function publication(version: HistoryEntry, published: HistoryEntry): DocumentEvent {
  const releaseId = releaseOf(version, published)
  return event(published, 'publishDocumentVersion', {
    revisionId: published.resultRev,
    versionId: version.documentId,
    // The last revision of the draft, which is what the Studio shows as published.
    versionRevisionId: version.previousRev,
    publishCause: releaseId ? releaseCause(published) : 'document.publish',
    ...(releaseId ? {releaseId} : {}),
  })
}

/** A version may say that its document goes with the release. */
function retraction(version: HistoryEntry, published: HistoryEntry): DocumentEvent {
  const {documentId: versionId, previousRev: versionRevisionId} = version
  return event(published, 'unpublishDocument', {versionId, versionRevisionId, releaseId: releaseOf(version, published)})
}

/** The release that was published with the version; null when the version went otherwise. */
function releaseOf(version: HistoryEntry, published: HistoryEntry): string | null {
  const release = releaseOfVersion(version.documentId)
  return release !== null && publishedReleases(published).includes(release) ? release : null
}

/** What the lake does by itself was scheduled. */
function releaseCause({author}: HistoryEntry): 'release.publish' | 'release.schedule' {
  return author === SYSTEM_AUTHOR ? 'release.schedule' : 'release.publish'
}

function groupDeletion(published: HistoryEntry): DocumentEvent {
  return event(published, 'deleteDocumentGroup', {})
}

function event(entry: HistoryEntry, type: DocumentEvent['type'], details: Record<string, unknown>): DocumentEvent {
  return {
    type,
    documentId: publishedIdOf(entry.documentId),
    timestamp: entry.timestamp,
    author: entry.author,
    ...details,
  }
}

function isDeletion({resultRev}: HistoryEntry): boolean {
  return resultRev === null
}
