const DEAD_LINK = 'dead-link-'

/** The id of the public document that exists while a reference's address is dead. */
export function deadLinkId(referenceId: string): string {
  return DEAD_LINK + referenceId
}

/** The reference that a dead link's id names; `null` for any other id. */
export function referenceOfDeadLink(id: string): string | null {
  return id.startsWith(DEAD_LINK) ? id.slice(DEAD_LINK.length) : null
}

/** The id of what the checker knows of a reference's address. It has a dot, and is therefore private. */
export function linkHealthId(referenceId: string): string {
  return `linkHealth.${referenceId}`
}

/** What stores take; see https://www.sanity.io/docs/content-lake/ids */
const MAX_ID = 128

/** Whether the ids of both documents are short enough to be stored. */
export function canHaveLinkDocuments(referenceId: string): boolean {
  return Math.max(deadLinkId(referenceId).length, linkHealthId(referenceId).length) <= MAX_ID
}
