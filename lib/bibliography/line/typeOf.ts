import type {ReferenceType} from '@/lib/citations/referenceTypes'

import type {Confidence} from '../parsedEntry'
import type {EntryFields} from '../entryFields'
import {
  isBlog,
  isDictionary,
  isEncyclopedia,
  isMagazine,
  isNewspaper,
  isProceedings,
  isPublishingHouse,
  isVideoPlatform,
} from './outlets'
import type {SourceKind} from './source'

export interface TypeHints {
  /** From a description in square brackets. */
  genreType: ReferenceType | null
  source: SourceKind
  /** Whether the title was in italics; null when the line has none. */
  isTitleItalic: boolean | null
}

type Guess = [type: ReferenceType, confidence: Confidence]

/** The type of a work from what its line says. */
export function typeOf(fields: EntryFields, hints: TypeHints): Guess {
  const {genreType, source} = hints
  const {containerTitle: container = ''} = fields.reference
  if (genreType) return [genreType, 'sure']
  const isLaw = LAW.test(fields.reference.title ?? '')
  if (isLaw && (!fields.reference.author || /^official journal\b/i.test(container ?? '')))
    return ['legislation', 'likely']
  if (source === 'in') return partOf(container ?? '', fields)
  if (source === 'journal') return periodical(container ?? '', fields)
  if (source === 'pages')
    return [outlet(container ?? '') ?? (hasDay(fields) ? 'article-magazine' : 'article-journal'), 'likely']
  return standalone(fields, hints)
}

function partOf(container: string, {reference}: EntryFields): Guess {
  if (isDictionary(container)) return ['entry-dictionary', 'sure']
  if (isEncyclopedia(container)) return ['entry-encyclopedia', 'sure']
  if (/^(?:Season|Series|Episode)\b/.test(reference.number ?? '')) return ['broadcast', 'likely']
  if (isProceedings(container)) return ['paper-conference', 'likely']
  if (reference.editor || reference.page) return ['chapter', 'sure']
  if (BROADCASTER.test(reference.publisher ?? '')) return ['broadcast', 'likely']
  return ['chapter', reference.issued?.month ? 'guess' : 'likely']
}

/** `Regulation (EU) 2016/679`, `Directive 2001/29/EC` */
const LAW = /^(?:(?:Council |Commission )?(?:Regulation|Directive|Decision)|Treaty|Convention|Protocol)\b/

const BROADCASTER =
  /\b(?:radio|tv|television|broadcasting|bbc|npr|nbc|cbs|abc|pbs|hbo|wbez|netflix|channel \d|orf|zdf|ard)\b/i

function periodical(container: string, fields: EntryFields): Guess {
  if (isMagazine(container) && (hasMonth(fields) || !/magazine$/i.test(container)))
    return ['article-magazine', 'likely']
  if (isNewspaper(container)) return ['article-newspaper', 'likely']
  const isMonthly = hasMonth(fields) && fields.confidence.issued === 'sure'
  return isMonthly && !fields.reference.doi ? ['article-magazine', 'guess'] : ['article-journal', 'sure']
}

function outlet(name: string): ReferenceType | null {
  if (isMagazine(name)) return 'article-magazine'
  return isNewspaper(name) ? 'article-newspaper' : null
}

function standalone(fields: EntryFields, {isTitleItalic, source}: TypeHints): Guess {
  const {reference} = fields
  const name = reference.containerTitle ?? reference.publisher ?? ''
  const url = reference.url ?? ''
  const host = URL.parse(url)?.hostname ?? ''
  if (isEncyclopedia(host) && source === 'none') return ['entry-encyclopedia', 'likely']
  if (isTitleItalic !== true && reference.containerTitle && isDictionary(name)) return ['entry-dictionary', 'likely']
  if (isTitleItalic !== true && reference.containerTitle && isEncyclopedia(name))
    return ['entry-encyclopedia', 'likely']
  if (/\bthesis\b|dissertation|\bdiss\b/i.test(reference.genre ?? '')) return ['thesis', 'likely']
  if (reference.genre === 'Paper presentation') return ['speech', 'likely']
  if (/patent/i.test(reference.genre ?? '')) return ['document', 'likely']
  if (/^(?:Box|Folder|File|Series|Collection|MSS?)\b/.test(reference.number ?? '')) return ['manuscript', 'likely']
  if (reference.number) return ['report', 'sure']
  if (reference.genre) return ['document', 'guess']
  if (reference.edition || reference.translator || reference.isbn || reference.volume) return ['book', 'likely']
  if (isVideoPlatform(name)) return ['motion_picture', 'likely']
  if (isTitleItalic !== true) {
    const kind = outlet(name)
    if (kind) return [kind, 'likely']
    if (isBlog(name) || isBlog(host)) return ['post-weblog', 'likely']
    if (isTitleItalic === false && reference.containerTitle && !url) {
      return hasDay(fields) ? ['article-newspaper', 'guess'] : ['article-journal', 'likely']
    }
    if (isTitleItalic === false && reference.containerTitle)
      return [
        reference.doi ? 'article-journal' : fields.confidence.issued === 'sure' ? 'post-weblog' : 'webpage',
        'guess',
      ]
    if (/\bjournal\b|^(?:psychological|review of|annals of) /i.test(name)) return ['article-journal', 'likely']
  }
  if (reference.issued?.status === 'inPress' && name && !isPublishingHouse(name)) return ['article-journal', 'guess']
  if (reference.issued?.circa && /museum|gallery|collection/i.test(name)) return ['document', 'guess']
  if (isPublishingHouse(name)) return ['book', 'likely']
  if (!url && reference.publisher && isPersonal(fields)) return ['book', 'guess']
  if (reference.doi) return [isPersonal(fields) ? 'book' : 'report', 'guess']
  if (!url && name && hasDay(fields)) return ['article-newspaper', 'guess']
  if (!url) return [isPersonal(fields) || !reference.author ? 'book' : 'report', 'guess']
  if (hasMonth(fields) || reference.issued?.status === 'nd')
    return ['webpage', mayBePaper(fields, isTitleItalic) ? 'guess' : 'likely']
  if (/\.pdf$|\/(?:iris|handle|publications?|reports?|documents?)\//i.test(url)) return ['report', 'guess']
  return ['webpage', 'guess']
}

/** A day and an outlet’s name may be those of a newspaper as well, when italics do not tell. */
function mayBePaper(fields: EntryFields, isTitleItalic: boolean | null): boolean {
  const {reference} = fields
  const isOutlet = reference.author?.some(({literal}) => isNewspaper(literal ?? '') || /\bnews\b/i.test(literal ?? ''))
  const isNamed = Boolean(reference.containerTitle ?? reference.publisher) && isPersonal(fields)
  return hasDay(fields) && (isOutlet || (isNamed && isTitleItalic === null))
}

function isPersonal({reference}: EntryFields): boolean {
  return Boolean(
    (reference.author ?? reference.editor)?.some(
      ({_type, literal}) => _type === 'person' || /^\p{Lo}{2,5}$/u.test(literal ?? ''),
    ),
  )
}

function hasMonth({reference}: EntryFields): boolean {
  return Boolean(reference.issued?.month)
}

function hasDay({reference}: EntryFields): boolean {
  return Boolean(reference.issued?.day)
}
