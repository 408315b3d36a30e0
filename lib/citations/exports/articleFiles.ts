import {addressOf} from '@/lib/addresses/addressOf'
import type {CitedEntry} from '@/lib/citations/citing/citedEntry'
import {citingWords} from '@/lib/citations/citing/citingWords'
import type {ReferenceRecord} from '@/lib/citations/reference'

import {toBibtex} from './bibtex'
import {citeTexts, type SchoolStyle} from './citeTexts'
import {toCslJson} from './cslJson'
import {toPlainList} from './plainList'
import {toRis} from './ris'
import type {SchoolEntry} from './schoolList'

export const FILE_FORMATS = {
  bib: {title: 'BibTeX', mediaType: 'application/x-bibtex; charset=utf-8', write: toBibtex},
  ris: {title: 'RIS', mediaType: 'application/x-research-info-systems; charset=utf-8', write: toRis},
  json: {title: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json', write: toCslJson},
} as const

/** What reference managers take, and plain text. */
export type FileFormat = keyof typeof FILE_FORMATS | 'txt'

/** The ending of a file. */
export type FileEnding = FileFormat | `${SchoolStyle}.txt`

/** What a file is of: the article itself, or the works that it refers to. */
export type FileSubject = 'cite' | 'references'

const TEXT = 'text/plain; charset=utf-8'

/** `/articles/on-tides/cite.bib`. */
export function articleFilePath(slug: string, subject: FileSubject, ending: FileEnding): string {
  return `${addressOf('article', slug)}/${subject}.${ending}`
}

export interface ArticleFile {
  body: string
  mediaType: string
}

/** How to cite one work, such as the article, in a format. */
export function citeFile(record: ReferenceRecord, format: FileFormat, language: string): ArticleFile {
  if (format !== 'txt') return {body: FILE_FORMATS[format].write([record]), mediaType: FILE_FORMATS[format].mediaType}
  const texts = citeTexts(record, language).map(({style, text}) => `${style}\n${text}\n`)
  return {body: texts.join('\n'), mediaType: TEXT}
}

/** The works of an article's list, in its order and with its numbers, in a format. */
export function referencesFile(
  entries: readonly CitedEntry[],
  records: readonly ReferenceRecord[],
  format: FileFormat,
): ArticleFile {
  if (format === 'txt') return {body: plainLists(entries), mediaType: TEXT}
  const byId = new Map(records.map((record) => [record._id, record]))
  const inOrder = entries.flatMap(({referenceId}) => byId.get(referenceId) ?? [])
  return {body: FILE_FORMATS[format].write(inOrder), mediaType: FILE_FORMATS[format].mediaType}
}

/** An unnumbered list as `schoolList` sorts it. */
export function schoolFile(entries: readonly SchoolEntry[]): ArticleFile {
  return {body: plainLists(entries), mediaType: TEXT}
}

function plainLists(entries: readonly (SchoolEntry & {number?: number | null})[]): string {
  const cited = entries.filter((entry) => entry.cited)
  const further = entries.filter((entry) => !entry.cited)
  if (cited.length === 0 || further.length === 0) return toPlainList(entries)
  return `${toPlainList(cited)}\n${citingWords.furtherReading}\n\n${toPlainList(further)}`
}

/** `attachment; filename="on-tides-references.bib"`, in ASCII whatever the slug is; plain text is shown instead. */
export function contentDisposition(slug: string, subject: FileSubject, ending: FileEnding): string {
  const ascii = slug
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  const name = [ascii, subject === 'references' ? 'references' : ''].filter(Boolean).join('-') || subject
  return `${ending.endsWith('txt') ? 'inline' : 'attachment'}; filename="${name}.${ending}"`
}
