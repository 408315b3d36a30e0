import type {ReferenceType} from '@/lib/citations/referenceTypes'

import {isBlog, isDictionary, isEncyclopedia} from '../line/outlets'
import type {Confidence} from '../parsedEntry'

const TYPES: Record<string, ReferenceType> = {
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  WHOLE: 'book',
  CLSWK: 'book',
  SER: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  JFULL: 'article-journal',
  ABST: 'article-journal',
  INPR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  ELEC: 'webpage',
  ICOMM: 'webpage',
  BLOG: 'post-weblog',
  ENCYC: 'entry-encyclopedia',
  DICT: 'entry-dictionary',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'report',
  THES: 'thesis',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  DATA: 'dataset',
  AGGR: 'dataset',
  DBASE: 'dataset',
  CASE: 'legal_case',
  STAT: 'legislation',
  BILL: 'legislation',
  LEGAL: 'legislation',
  UNBILL: 'legislation',
  VIDEO: 'motion_picture',
  MPCT: 'motion_picture',
  ADVS: 'motion_picture',
  MULTI: 'motion_picture',
  SOUND: 'broadcast',
  SLIDE: 'speech',
  MANSCPT: 'manuscript',
  UNPB: 'manuscript',
  UNPD: 'manuscript',
  PCOMM: 'manuscript',
  COMP: 'software',
  GEN: 'document',
  ART: 'document',
  FIGURE: 'document',
  MAP: 'document',
  PAT: 'document',
  PAMP: 'document',
  MUSIC: 'document',
  ANCIENT: 'document',
  HEAR: 'document',
}

/** The type of a RIS record as one of ours; what it appeared in and its kind may say more than RIS can. */
export function risTypeOf(type: string, container: string, genre: string): [ReferenceType, Confidence] {
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
  if (known === 'motion_picture' && (container || /\btv\b|television|series/i.test(genre)))
    return ['broadcast', 'likely']
  if (known === 'document' && /interview/i.test(genre)) return ['interview', 'likely']
  if (known === 'webpage' && isBlog(container)) return ['post-weblog', 'likely']
  if (known === 'chapter' && isDictionary(container)) return ['entry-dictionary', 'likely']
  if (known === 'chapter' && isEncyclopedia(container)) return ['entry-encyclopedia', 'likely']
  return known ? [known, type === 'GEN' ? 'likely' : 'sure'] : ['document', 'guess']
}
