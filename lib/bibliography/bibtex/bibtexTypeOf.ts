import type {ReferenceType} from '@/lib/citations/referenceTypes'

import {isBlog, isDictionary, isMagazine, isNewspaper} from '../line/outlets'
import type {Confidence} from '../parsedEntry'

type Field = (name: string) => string

const TYPES: Record<string, ReferenceType> = {
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  reference: 'book',
  booklet: 'book',
  manual: 'report',
  inbook: 'chapter',
  bookinbook: 'chapter',
  incollection: 'chapter',
  suppbook: 'chapter',
  suppcollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  techreport: 'report',
  report: 'report',
  standard: 'report',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  unpublished: 'manuscript',
  letter: 'manuscript',
  dataset: 'dataset',
  data: 'dataset',
  software: 'software',
  movie: 'motion_picture',
  jurisdiction: 'legal_case',
  legal: 'legislation',
  legislation: 'legislation',
  statute: 'legislation',
}

/** The type of a BibTeX or biblatex entry as one of ours. */
export function bibtexTypeOf(type: string, field: Field): [ReferenceType, Confidence] {
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
  if (known) return [known, 'sure']
  if (type === 'article' || type === 'suppperiodical' || type === 'periodical') return articleType(field)
  if (type === 'inreference')
    return [isDictionary(field('booktitle')) ? 'entry-dictionary' : 'entry-encyclopedia', 'sure']
  if (type === 'online' || type === 'electronic' || type === 'www') return siteType(field)
  if (type === 'audio' || type === 'music') return ['broadcast', 'likely']
  if (type === 'video')
    return [
      field('booktitle') || /\btv\b|television|series/i.test(field('type')) ? 'broadcast' : 'motion_picture',
      'likely',
    ]
  return miscType(field)
}

function articleType(field: Field): [ReferenceType, Confidence] {
  const journal = field('journal') || field('journaltitle')
  const subtype = field('entrysubtype')
  if (/newspaper/i.test(subtype)) return ['article-newspaper', 'sure']
  if (/magazine/i.test(subtype)) return ['article-magazine', 'sure']
  if (isMagazine(journal) && (field('month') || !field('volume'))) return ['article-magazine', 'likely']
  return isNewspaper(journal) && !field('volume') ? ['article-newspaper', 'likely'] : ['article-journal', 'sure']
}

function siteType(field: Field): [ReferenceType, Confidence] {
  const isPost = isBlog(field('organization')) || isBlog(URL.parse(field('url'))?.hostname ?? '')
  return isPost ? ['post-weblog', 'likely'] : ['webpage', 'sure']
}

function miscType(field: Field): [ReferenceType, Confidence] {
  const kind = `${field('type')} ${field('howpublished')}`
  if (field('eventtitle') || /\b(?:talk|speech|lecture|keynote|conference session|presentation|poster)\b/i.test(kind))
    return ['speech', 'likely']
  if (/\binterview\b/i.test(kind)) return ['interview', 'likely']
  if (/\bdata ?set\b/i.test(kind)) return ['dataset', 'likely']
  if (/\bsoftware\b/i.test(kind)) return ['software', 'likely']
  if (/\b(?:film|video|youtube)\b/i.test(kind)) return ['motion_picture', 'likely']
  if (/\bpodcast\b/i.test(kind)) return ['broadcast', 'likely']
  const address = field('url') || field('howpublished')
  return /https?:|\\url/.test(address) ? ['webpage', 'likely'] : ['document', 'likely']
}
