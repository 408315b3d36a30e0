import type {EditedReference} from '@/lib/citations/referenceRecord'

/** Where in a document, as the Studio names it: `['body', {_key: 'a'}, 'children', {_key: 'b'}]`. */
export type SpotPath = (string | number | {_key: string})[]

export type ErrorCode =
  'missing' | 'empty-citation' | 'invalid-draft' | 'same-work' | 'listed-twice' | 'malformed-doi' | 'malformed-url'

export type WarningCode = 'no-access-date' | 'not-taken-apart' | 'cited-and-listed' | 'no-longer-cited' | 'dead-link'

interface Spot {
  /** A sentence to the editor. */
  message: string
  path: SpotPath
  /** Id of the reference to look at, without `drafts.`. */
  referenceId?: string
}

/** Keeps the document from being published. */
export interface IntegrityError extends Spot {
  level: 'error'
  code: ErrorCode
}

/** Is published with a reason, or mended. */
export interface IntegrityWarning extends Spot {
  level: 'warning'
  code: WarningCode
  referenceId: string
  /** What the warning is about, such as an address: as long as it stays, one reason is enough. */
  subject: string
}

export type Problem = IntegrityError | IntegrityWarning

/** What is known of a reference that a document names. */
export interface CitedReference {
  published: EditedReference | null
  draft: EditedReference | null
  /** What the form says is wrong with the draft, in its words. */
  draftErrors?: readonly string[]
  /** Since when its link leads nowhere, ISO 8601. */
  deadSince?: string | null
}
