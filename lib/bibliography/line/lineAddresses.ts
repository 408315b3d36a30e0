import type {EntryFields} from '../entryFields'
import type {ArchivedCopyRecord} from '../parsedEntry'

export interface LineAddresses {
  /** The line without its addresses and what introduces them. */
  text: string
  doi?: string
  url?: string
  /** `YYYY-MM-DD`. */
  accessed?: string
  isbn?: string
  archive?: ArchivedCopyRecord
  problems: string[]
}

/** What leads to a work is no matter of style: it is sure in every line. */
export function keepAddresses({doi, url, accessed, isbn, archive}: LineAddresses, fields: EntryFields) {
  fields.set('doi', doi, 'sure')
  fields.set('url', url, 'sure')
  fields.set('accessed', accessed, 'sure')
  fields.set('isbn', isbn, 'sure')
  fields.set('archive', archive, 'sure')
}
