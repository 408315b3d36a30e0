import {referenceTypes, type ReferenceType} from '@/lib/citations/referenceTypes'

import type {Confidence} from '../parsedEntry'

interface OurType {
  type: ReferenceType
  genre?: string
}

/** CSL types that references do not have. */
const OTHERS: Record<string, OurType> = {
  article: {type: 'report', genre: 'Preprint'},
  bill: {type: 'legislation'},
  regulation: {type: 'legislation'},
  treaty: {type: 'legislation'},
  classic: {type: 'book'},
  collection: {type: 'book'},
  periodical: {type: 'book'},
  entry: {type: 'entry-encyclopedia'},
  event: {type: 'speech'},
  figure: {type: 'document', genre: 'Figure'},
  graphic: {type: 'document'},
  map: {type: 'document', genre: 'Map'},
  hearing: {type: 'document', genre: 'Hearing'},
  musical_score: {type: 'document', genre: 'Score'},
  pamphlet: {type: 'document', genre: 'Pamphlet'},
  patent: {type: 'document', genre: 'Patent'},
  performance: {type: 'document'},
  personal_communication: {type: 'manuscript'},
  post: {type: 'webpage'},
  review: {type: 'article-journal'},
  'review-book': {type: 'article-journal'},
  song: {type: 'document', genre: 'Song'},
  standard: {type: 'report', genre: 'Standard'},
  // Crossref's own words, which doi.org answers with.
  'journal-article': {type: 'article-journal'},
  'book-chapter': {type: 'chapter'},
  'proceedings-article': {type: 'paper-conference'},
  monograph: {type: 'book'},
  'edited-book': {type: 'book'},
  'reference-entry': {type: 'entry-encyclopedia'},
  'posted-content': {type: 'report', genre: 'Preprint'},
  dissertation: {type: 'thesis'},
}

/** A CSL type as one of ours, with the kind of work that is lost by it. */
export function cslTypeOf(type: string | undefined): OurType & {confidence: Confidence} {
  const known = referenceTypes.find(({value}) => value === type)
  if (known) return {type: known.value, confidence: 'sure'}
  const other = type && Object.hasOwn(OTHERS, type) ? OTHERS[type] : undefined
  return other ? {...other, confidence: 'likely'} : {type: 'document', confidence: 'guess'}
}
