import type {CslItem} from './csl'
import {definedFields, withoutRepetition} from './withoutRepetition'

/** Moves fields to the variables where styles look for them, type by type, and drops what an entry would print twice. */
export function fitType(item: CslItem, {isApa}: {isApa: boolean}): CslItem {
  const fit = (isApa ? APA_FITS : OTHER_FITS)[item.type] ?? FITS[item.type]
  return withoutRepetition(withPlainNumbers(fit ? {...item, ...fit(item)} : item), {isApa})
}

/** A field set to `undefined` is taken out of the item. */
export const FITS: Record<string, ((item: CslItem) => Partial<CslItem>) | undefined> = {
  book: editionOf,
  chapter: editionOf,
  document: editionOf,
  'entry-dictionary': editionOf,
  'entry-encyclopedia': (item) => ({...editionOf(item), ...(isWikipedia(item) ? {publisher: undefined} : {})}),
  /** Styles that do not know numbers of articles print them as pages. */
  'article-journal': ({number, page}) => (number && !page ? {page: number, number: undefined} : {}),
  software: versionOf,
  dataset: versionOf,
  /** APA sets a paper in proceedings like a chapter, unless the proceedings are a journal with issues. */
  'paper-conference': (item) => (item['container-title'] && !item.issue ? {type: 'chapter'} : {}),
  speech: (item) => ({
    'event-title': item['container-title'],
    'container-title': undefined,
    'event-place': item['publisher-place'],
    genre: item.genre ?? 'Speech',
  }),
  /** The platform or the studio stands where a publisher does, never after “In”. */
  motion_picture: (item) => ({
    ...describedBy(item.genre ?? 'Video'),
    publisher: [item.publisher, item['container-title']].filter(Boolean).join('. ') || undefined,
    'container-title': undefined,
  }),
  broadcast: (item) => ({...describedBy(item.genre), ...episodeOf(item)}),
  /** The repository or database follows the bracketed description. */
  thesis: (item) => ({archive: item['container-title'], 'container-title': undefined}),
  /** The court; a reporter of one court names it already. */
  legal_case: (item) => ({
    authority: isSupremeCourtReporter(item['container-title']) ? undefined : item.publisher,
    publisher: undefined,
  }),
  legislation: (item) => ({publisher: undefined, ...lawNumberOf(item)}),
}

/** Where APA names what somebody did, or has a form for a kind of work: other styles print only authors. */
const APA_FITS: typeof FITS = {
  'article-journal': articleNumberOf,
  book: (item) => ({...editionOf(item), ...uprightTranslation(item)}),
  thesis: (item) => ({...FITS.thesis?.(item), ...uprightTranslation({...item, 'container-title': undefined})}),
  report: (item) => ({...reportNumberOf(item), ...uprightTranslation(item)}),
  dataset: (item) => ({...versionOf(item), ...(item.number ? describedBy(item.genre) : {})}),
  document: (item) => ({
    ...editionOf(item),
    ...(/^(?:song|track)\b/i.test(item.genre ?? '') ? {type: 'song'} : {}),
    ...patentOf(item),
  }),
  /** An archive is named with the place in it behind it: “Harbour Archive (Box 3, Folder 12), Trieste”. */
  manuscript: (item) =>
    item.number && item.publisher
      ? {
          ...describedBy(item.genre),
          archive: item.publisher,
          archive_location: item.number,
          'archive-place': item['publisher-place'],
          publisher: undefined,
          number: undefined,
        }
      : {},
  motion_picture: (item) => ({
    ...FITS.motion_picture?.(item),
    ...(/^(?:\w+ )*film$/i.test(item.genre ?? '') ? {director: item.author, author: undefined} : {}),
  }),
  broadcast: (item) => ({
    ...FITS.broadcast?.(item),
    ...(/podcast(?: episode)?$/i.test(item.genre ?? '') ? {host: item.author, author: undefined} : {}),
  }),
}

/** What styles without a place for it would leave out. */
const OTHER_FITS: typeof APA_FITS = {
  /** Lawyers find a case by “115 F.4th 163 (2d Cir.)”; the year stands elsewhere. */
  legal_case: (item) => {
    const {authority: court} = {...FITS.legal_case?.(item)}
    const reported = [item.volume, item['container-title'], item.page].filter(Boolean).join(' ')
    const place = reported || (item.number && `No. ${item.number.replace(/^no\.? ?/i, '')}`)
    return {
      'container-title': place && court ? `${place} (${court})` : place || court,
      volume: undefined,
      page: undefined,
      publisher: undefined,
    }
  },
  /** “42 U.S.C. 12101”. */
  legislation: (item) => {
    const place = [item.volume, item['container-title'], item.page].filter(Boolean).join(' ')
    const law = {...item, ...(place ? {'container-title': place} : {}), volume: undefined, page: undefined}
    return {...law, ...FITS.legislation?.(law)}
  },
  report: reportNumberOf,
  /** Proceedings with issues are a journal. */
  'paper-conference': (item) =>
    item['container-title'] && item.issue ? {type: 'article-journal'} : {...FITS['paper-conference']?.(item)},
  document: (item) => ({...editionOf(item), ...patentOf(item)}),
  manuscript: ({number}) => ({archive_location: number, number: undefined}),
  /** “The Guardian (London)”. */
  'article-newspaper': ({edition, 'container-title': container}) =>
    edition && container ? {'container-title': `${container} (${edition})`, edition: undefined} : {},
}

/** “*La genèse* [The origin]”: italics within italics are upright. */
function uprightTranslation({title, 'container-title': container}: CslItem): Partial<CslItem> {
  return title && !container ? {title: title.replace(/(?<= )\[[^[\]<>]+\]$/, '<i>$&</i>')} : {}
}

/** Described in brackets, also when there is a number, which would otherwise take the genre for its own label. */
function describedBy(genre: string | undefined): Partial<CslItem> {
  return {genre: undefined, medium: genre}
}

function patentOf({genre, number}: CslItem): Partial<CslItem> {
  return number && /\bpatent$/i.test(genre ?? '') ? {type: 'patent'} : {}
}

/** “NIH Publication No. 18-MH-8066”: of numbers that are none to the engine it leaves the label out. */
function reportNumberOf({number}: CslItem): Partial<CslItem> {
  const bare = number?.replace(/^no\.? ?(?=\S*\d)/i, '')
  if (!bare || /^\d+$/.test(bare)) return {number: bare}
  return /^(?=\S*\d)\S+$/.test(bare) ? {number: `No. ${bare}`} : {}
}

/** Of a season and an episode with fields of their own styles would print one; words in the number stay as they are. */
function episodeOf({volume, number}: CslItem): Partial<CslItem> {
  if (!volume) return {}
  const season = /^\d+$/.test(volume) ? `Season ${volume}` : volume
  const episode = number && (/^\d+$/.test(number) ? `Episode ${number}` : number)
  return {volume: undefined, number: [season, episode].filter(Boolean).join(', ')}
}

/** What stands for pages where a journal numbers its articles: `e64146`, `103616`, BMJ's `b2680`. */
export function articleNumberOf({number, page}: CslItem): Partial<CslItem> {
  return !number && page && /^(?:e[a-z]*\d+|[a-d]\d{3,}|\d{6,})$/i.test(page) ? {number: page, page: undefined} : {}
}

/** “Pub. L. No.” belongs to American laws alone (`101-336`); any other number is printed as it was written. */
function lawNumberOf({number, ...item}: CslItem): Partial<CslItem> {
  if (!number) return {}
  const bare = number.replace(/^(?:pub(?:lic|\.)? ?l(?:aw|\.)? ?)?no\.? /i, '')
  if (/^\d{2,3}[-–]\d+$/.test(bare)) return {number: bare.replace('–', '-')}
  return {number: undefined, 'container-title': [item['container-title'], number].filter(Boolean).join(' ')}
}

function isWikipedia(item: CslItem): boolean {
  return /\bwikipedia\b/i.test(item['container-title'] ?? '')
}

function isSupremeCourtReporter(reporter: string | undefined): boolean {
  return /^(?:U\. ?S\.|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?)$/.test(reporter ?? '')
}

/** APA prints “2nd ed.”, “Rev. ed.”, “Summer 2019 ed.”, and no first edition. */
function editionOf({edition}: CslItem): Partial<CslItem> {
  if (!edition) return {}
  const [first = '', ...others] = edition.split(' ')
  const worded = ORDINALS.indexOf(first.toLowerCase())
  const counted = worded < 0 ? edition : [worded + 1, ...others].join(' ')
  const [, ordinal] = /^(\d+)(?:st|nd|rd|th)?(?: ed(?:\.|n\.?|ition)?)?$/i.exec(counted) ?? []
  if (ordinal) return {edition: ordinal === '1' ? undefined : ordinal}
  if (/^rev(?:ised|\.)?(?: ed(?:\.|n\.?|ition)?)?$/i.test(edition)) return {edition: 'Rev. ed.'}
  return /\bed(?:\.|n\b|ition\b)/i.test(edition) ? {} : {edition: `${edition} ed.`}
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** Software and data sets have versions, whichever field the editor wrote them in. */
function versionOf({type, edition, number}: CslItem): Partial<CslItem> {
  const version = edition ?? (type === 'software' ? number : undefined)
  if (!version) return {}
  return {
    version: version.replace(/^v(?:ersion|\.)? ?(?=\d)/i, ''),
    edition: undefined,
    number: version === number ? undefined : number,
  }
}

/** An unescaped hyphen makes `18-2059` a range of two numbers: “Nos. 18–2059”. */
export function withPlainNumbers(item: CslItem): CslItem {
  return item.number ? {...item, number: item.number.replace(/(?<!\\)-/g, '\\-')} : item
}
