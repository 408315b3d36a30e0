import type {ContributorRecord, IssuedRecord} from '@/lib/citations/reference'

import type {ParsedReference} from './parsedEntry'

export interface ReferenceDocumentOptions {
  id: string
  /** A key that is new to the document on every call. */
  createKey: () => string
}

type Fields = Record<string, unknown>

export interface ReferenceDocument extends Fields {
  _id: string
  _type: 'bibliographicReference'
}

/** A reference as the schema's document: keys and types added, blank fields left out. */
export function toReferenceDocument(
  reference: ParsedReference,
  {id, createKey}: ReferenceDocumentOptions,
): ReferenceDocument {
  const {author, editor, translator, issued, archive, ...plain} = reference
  const contributors = (list: readonly ContributorRecord[] | null | undefined) => {
    const members = (list ?? []).flatMap((member): Fields[] => contributor(member))
    return members.length > 0 ? members.map((member): Fields => ({_key: createKey(), ...member})) : undefined
  }
  return {
    _id: id,
    _type: 'bibliographicReference',
    ...filled({
      ...plain,
      type: plain.type || 'document',
      author: contributors(author),
      editor: contributors(editor),
      translator: contributors(translator),
      issued: issued ? {_type: 'issuedDate', ...filled({status: 'dated', ...filled(withWholeEnd(issued))})} : undefined,
      archive: archive?.url ? {_type: 'archivedCopy', ...filled(archive)} : undefined,
    }),
  }
}

/** The form asks for the year with the month of an end, and for the month with its day. */
function withWholeEnd(issued: IssuedRecord): IssuedRecord {
  const {year, month, endYear, endMonth, endDay} = issued
  if (endYear || (!endMonth && !endDay)) return issued
  return {...issued, endYear: year, endMonth: endMonth ?? month}
}

function contributor({literal, family, given, particles, suffix}: ContributorRecord): Fields[] {
  if (literal?.trim()) return [{_type: 'organisation', literal: literal.trim()}]
  if (family?.trim()) return [{_type: 'person', ...filled({family, given, particles, suffix})}]
  return given?.trim() ? [{_type: 'person', family: given.trim()}] : []
}

function filled(fields: object): Fields {
  const entries = Object.entries(fields).map(
    ([name, value]: [string, unknown]) => [name, typeof value === 'string' ? value.trim() : value] as const,
  )
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null && value !== ''))
}
