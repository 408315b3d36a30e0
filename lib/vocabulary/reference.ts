/**
 * The CSL item types an editor may choose.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
 */
export const referenceTypes = [
  'book',
  'chapter',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'webpage',
  'post-weblog',
  'entry-encyclopedia',
  'entry-dictionary',
  'report',
  'thesis',
  'paper-conference',
  'dataset',
  'legal_case',
  'legislation',
  'motion_picture',
  'broadcast',
  'speech',
  'interview',
  'manuscript',
  'software',
  'document',
] as const

export const locatorLabels = [
  'page',
  'chapter',
  'section',
  'paragraph',
  'figure',
  'table',
  'volume',
  'verse',
  'line',
  'note',
] as const

export const citationModes = ['parenthetical', 'narrative'] as const

export const issuedStatuses = ['dated', 'nd', 'inPress'] as const

export type ReferenceType = (typeof referenceTypes)[number]
export type LocatorLabel = (typeof locatorLabels)[number]
export type CitationMode = (typeof citationModes)[number]
export type IssuedStatus = (typeof issuedStatuses)[number]
