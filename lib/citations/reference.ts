/** A person or an organisation, as the `reference` document stores it. */
export interface ContributorRecord {
  _type: string
  family?: string | null
  given?: string | null
  /** Non-dropping: `van der`. */
  particles?: string | null
  suffix?: string | null
  /** The organisation's name, printed as typed. */
  literal?: string | null
}

export interface IssuedRecord {
  /** `dated`, `nd` or `inPress`. */
  status?: string | null
  /** Negative before the common era. */
  year?: number | null
  /** 1–12. */
  month?: number | null
  day?: number | null
  circa?: boolean | null
  endYear?: number | null
  endMonth?: number | null
  endDay?: number | null
}

/** What citations need of a `reference` document. The zod type of any query that reads references is assignable to it. */
export interface ReferenceRecord {
  _id: string
  /** A CSL type, such as `article-journal`; an unknown one is formatted as `document`. */
  type?: string | null
  title?: string | null
  /** Journal, book, website or, for legal cases, reporter. */
  containerTitle?: string | null
  /** For legal cases the court. */
  publisher?: string | null
  publisherPlace?: string | null
  genre?: string | null
  number?: string | null
  edition?: string | null
  volume?: string | null
  issue?: string | null
  page?: string | null
  author?: readonly ContributorRecord[] | null
  editor?: readonly ContributorRecord[] | null
  translator?: readonly ContributorRecord[] | null
  issued?: IssuedRecord | null
  /** `YYYY-MM-DD`. */
  accessed?: string | null
  url?: string | null
  doi?: string | null
  isbn?: string | null
  language?: string | null
  /** The line as pasted; printed when there is no title. */
  verbatim?: string | null
}
