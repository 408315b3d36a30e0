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
