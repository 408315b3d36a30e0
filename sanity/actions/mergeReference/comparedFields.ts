import {referenceTypeTitle} from '@/lib/citations/referenceTypes'

type Fields = Readonly<Record<string, unknown>>

/** The fields of a reference in the order of its form, with what the form calls them. */
const TITLES: readonly (readonly [name: string, title: string])[] = [
  ['type', 'Type'],
  ['title', 'Title'],
  ['author', 'Authors'],
  ['editor', 'Editors'],
  ['translator', 'Translators'],
  ['issued', 'Date of the work'],
  ['containerTitle', 'Published in'],
  ['publisher', 'Publisher'],
  ['publisherPlace', 'Place'],
  ['genre', 'Kind'],
  ['number', 'Number'],
  ['edition', 'Edition'],
  ['volume', 'Volume'],
  ['issue', 'Issue'],
  ['page', 'Pages'],
  ['doi', 'DOI'],
  ['url', 'Address'],
  ['accessed', 'Read on'],
  ['isbn', 'ISBN'],
  ['language', 'Language'],
  ['archive', 'Archived copy'],
  ['verbatim', 'As it was pasted'],
  ['note', 'Note'],
]

export interface ComparedField {
  name: string
  title: string
  /** As words; empty when the field is. */
  kept: string
  dropped: string
}

/** The fields in which two references differ, as an editor reads them. */
export function comparedFields(kept: Fields, dropped: Fields): ComparedField[] {
  return TITLES.map(([name, title]) => ({
    name,
    title,
    kept: fieldText(name, kept[name]),
    dropped: fieldText(name, dropped[name]),
  })).filter(({kept, dropped}) => kept !== dropped)
}

/** Fields that the kept reference has not and the other has. */
export function fieldsToTakeOver(kept: Fields, dropped: Fields): string[] {
  return comparedFields(kept, dropped).flatMap((field) => (field.kept === '' ? field.name : []))
}

export function isReferenceField(name: string): boolean {
  return TITLES.some(([field]) => field === name)
}

function fieldText(name: string, value: unknown): string {
  if (name === 'type' && typeof value === 'string') return referenceTypeTitle(value)
  if (name === 'issued' && isFields(value)) return dateText(value)
  if (Array.isArray(value)) return value.map(nameText).filter(Boolean).join('; ')
  if (isFields(value)) return ['url', 'capturedAt', 'service'].flatMap((part) => textOf(value[part])).join(', ')
  return textOf(value).join('')
}

function dateText(issued: Fields): string {
  if (issued.status === 'nd') return 'No date'
  if (issued.status === 'inPress') return 'In press'
  const parts = (names: string[]) => names.flatMap((part) => textOf(issued[part])).join('-')
  const [start, end] = [parts(['year', 'month', 'day']), parts(['endYear', 'endMonth', 'endDay'])]
  return `${start && issued.circa === true ? 'about ' : ''}${start}${end && ` to ${end}`}`
}

function nameText(member: unknown): string {
  if (!isFields(member)) return ''
  const {literal, particles, family, given, suffix} = member
  if (textOf(literal).length > 0) return textOf(literal).join('')
  const surname = [...textOf(particles), ...textOf(family)].join(' ')
  return [surname, ...textOf(given), ...textOf(suffix)].filter(Boolean).join(', ')
}

function textOf(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'string' && value.trim() ? [value.trim()] : []
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
