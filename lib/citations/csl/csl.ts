/** A name in CSL-JSON: a person by parts, or an organisation by `literal`. */
export interface CslName {
  family?: string
  given?: string
  'non-dropping-particle'?: string
  suffix?: string
  literal?: string
}

export type DateParts = [year: number, month?: number, day?: number]

export interface CslDate {
  /** One date, or the two ends of a range. */
  'date-parts': DateParts[]
  circa?: boolean
}

/**
 * The part of CSL-JSON that Octavo fills in.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export interface CslItem {
  id: string
  type: string
  title?: string
  'container-title'?: string
  publisher?: string
  'publisher-place'?: string
  authority?: string
  archive?: string
  archive_location?: string
  'archive-place'?: string
  'event-title'?: string
  'event-place'?: string
  genre?: string
  medium?: string
  number?: string
  version?: string
  edition?: string
  volume?: string
  issue?: string
  page?: string
  status?: string
  language?: string
  author?: CslName[]
  director?: CslName[]
  host?: CslName[]
  editor?: CslName[]
  translator?: CslName[]
  issued?: CslDate
  accessed?: CslDate
  URL?: string
  DOI?: string
  ISBN?: string
}
