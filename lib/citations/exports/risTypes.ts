import type {ReferenceType} from '@/lib/citations/referenceTypes'

interface RisType {
  type: string
  /** Where the container's title stands. */
  container?: 'T2' | 'C3'
  editor?: 'A2' | 'A3' | 'ED'
  number?: 'C7' | 'M1'
}

/** The types of RIS as Zotero, EndNote and Mendeley read them. */
export const risTypes: Record<ReferenceType, RisType> = {
  book: {type: 'BOOK', editor: 'A3'},
  chapter: {type: 'CHAP', editor: 'A2'},
  'article-journal': {type: 'JOUR', number: 'C7'},
  'article-magazine': {type: 'MGZN'},
  'article-newspaper': {type: 'NEWS'},
  webpage: {type: 'ELEC'},
  'post-weblog': {type: 'BLOG', editor: 'A2'},
  'entry-encyclopedia': {type: 'ENCYC', editor: 'A2'},
  'entry-dictionary': {type: 'DICT', editor: 'A2'},
  report: {type: 'RPRT'},
  thesis: {type: 'THES'},
  'paper-conference': {type: 'CONF', container: 'C3', editor: 'A2'},
  dataset: {type: 'DATA'},
  legal_case: {type: 'CASE'},
  legislation: {type: 'STAT'},
  motion_picture: {type: 'VIDEO'},
  broadcast: {type: 'VIDEO'},
  speech: {type: 'SLIDE'},
  interview: {type: 'GEN'},
  manuscript: {type: 'MANSCPT'},
  software: {type: 'COMP'},
  document: {type: 'GEN'},
}
