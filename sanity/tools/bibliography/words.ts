import type {ParsedReference} from '@/lib/bibliography/parsedEntry'

import type {Choice} from './paste'
import type {FieldState, Row} from './rows'

/** What a field of a reference is called, in the words of its form. */
export const fieldTitles: Readonly<Record<string, string>> = {
  type: 'Type',
  title: 'Title',
  author: 'Authors',
  editor: 'Editors',
  translator: 'Translators',
  issued: 'Date',
  containerTitle: 'Published in',
  publisher: 'Publisher',
  publisherPlace: 'Place',
  genre: 'Kind',
  number: 'Number',
  edition: 'Edition',
  volume: 'Volume',
  issue: 'Issue',
  page: 'Pages',
  doi: 'DOI',
  url: 'Address',
  accessed: 'Read on',
  isbn: 'ISBN',
  language: 'Language',
  archive: 'Archived copy',
}

export const stateWords: Readonly<Record<FieldState, string>> = {
  sure: 'sure',
  likely: 'likely',
  guess: 'guessed: check',
  edited: 'by you',
}

/** The choices that a row has, in words. */
export function choicesOf(row: Row): {value: Choice; title: string}[] {
  const {same, entry} = row
  const existing = same?.kind === 'library' ? 'Use the one in the library' : `Use entry ${same?.number ?? ''}`
  return [
    ...(same ? [{value: 'existing', title: existing} as const] : []),
    {value: 'create', title: 'Create a reference'},
    {value: 'verbatim', title: 'Keep as it was pasted'},
    {value: 'skip', title: entry.format === 'aside' ? 'Leave out (no reference)' : 'Leave out'},
  ]
}

const FORMATS = {
  line: 'a line',
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
  doi: 'a DOI',
  url: 'an address',
  unparsed: 'a line that was not understood',
  aside: 'no reference',
} as const

export function formatWords(format: Row['entry']['format']): string {
  return FORMATS[format]
}

/** The names of the filled fields that were come by in one way: `authors, date`. */
export function fieldsBeing(state: FieldState, {fields, reference}: Pick<Row, 'fields' | 'reference'>): string {
  return Object.entries(fields)
    .filter(([name, of]) => of === state && isFilled(reference, name))
    .map(([name]) => fieldTitles[name] ?? name)
    .map((title) => (title.toUpperCase() === title ? title : title.toLowerCase()))
    .join(', ')
}

function isFilled(reference: ParsedReference, name: string): boolean {
  return Object.entries(reference).some(([field, value]) => field === name && value !== null && value !== undefined)
}

/** `1 reference`, `3 references`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
