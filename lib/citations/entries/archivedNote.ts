import {formatDate} from '@/lib/dates/formatDate'

import type {ArchivedCopy} from './archivedCopy'

interface Words {
  archived: (date: string) => string
  copy: string
  gone: string
}

const ENGLISH: Words = {archived: (date) => `archived ${date}`, copy: 'archived copy', gone: 'no longer online'}

/** In the languages in which entries are set; others read English, as their entries do. */
const WORDS: Partial<Record<string, Words>> = {
  en: ENGLISH,
  de: {archived: (date) => `archiviert am ${date}`, copy: 'archivierte Kopie', gone: 'nicht mehr online'},
  es: {archived: (date) => `archivado el ${date}`, copy: 'copia archivada', gone: 'ya no está en línea'},
  fr: {archived: (date) => `archivé le ${date}`, copy: 'copie archivée', gone: 'n’est plus en ligne'},
  nl: {archived: (date) => `gearchiveerd op ${date}`, copy: 'gearchiveerde kopie', gone: 'niet meer online'},
}

export interface ArchivedNote {
  /** What leads to the copy: `archived January 10, 2026`, or `archived copy` when the day is not known. */
  label: string
  /** `no longer online`. */
  gone: string
}

/** The words about an archived copy in a publication's language. */
export function archivedNote({date}: ArchivedCopy, language = 'en'): ArchivedNote {
  const words = WORDS[language.toLowerCase().split('-')[0] ?? '']
  const {archived, copy, gone} = words ?? ENGLISH
  return {label: date === null ? copy : archived(formatDate(date, {language: words ? language : 'en'})), gone}
}
