import type {ReferenceType} from '@/lib/citations/referenceTypes'

interface BibtexType {
  type: string
  container?: 'journal' | 'booktitle' | 'organization' | 'eventtitle'
  publisher?: 'publisher' | 'institution' | 'school' | 'howpublished'
  edition?: 'version'
}

/** BibTeX's own types where it has them, else biblatex’s, which older styles set as `@misc` and Zotero and pandoc know. */
export const bibtexTypes: Record<ReferenceType, BibtexType> = {
  book: {type: 'book'},
  chapter: {type: 'incollection', container: 'booktitle'},
  'article-journal': {type: 'article', container: 'journal'},
  'article-magazine': {type: 'article', container: 'journal'},
  'article-newspaper': {type: 'article', container: 'journal'},
  webpage: {type: 'online', container: 'organization'},
  'post-weblog': {type: 'online', container: 'organization'},
  'entry-encyclopedia': {type: 'inreference', container: 'booktitle'},
  'entry-dictionary': {type: 'inreference', container: 'booktitle'},
  report: {type: 'report', container: 'booktitle', publisher: 'institution'},
  thesis: {type: 'thesis', container: 'organization', publisher: 'school'},
  'paper-conference': {type: 'inproceedings', container: 'booktitle'},
  dataset: {type: 'dataset', edition: 'version'},
  legal_case: {type: 'jurisdiction', container: 'journal', publisher: 'institution'},
  legislation: {type: 'legislation', container: 'journal', publisher: 'institution'},
  motion_picture: {type: 'video'},
  broadcast: {type: 'audio', container: 'booktitle'},
  speech: {type: 'misc', container: 'eventtitle'},
  interview: {type: 'misc', container: 'booktitle'},
  manuscript: {type: 'unpublished', publisher: 'howpublished'},
  software: {type: 'software', edition: 'version'},
  document: {type: 'misc', container: 'booktitle'},
}

/** A magazine’s and a newspaper’s articles are `@article` too; biblatex styles tell them by this. */
export const entrySubtypes: Partial<Record<ReferenceType, string>> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
}

export function isReferenceType(type: string): type is ReferenceType {
  return Object.hasOwn(bibtexTypes, type)
}
