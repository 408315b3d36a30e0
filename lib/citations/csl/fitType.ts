import type {CslItem} from './csl'
import {
  articleNumberOf,
  describedBy,
  editionOf,
  episodeOf,
  isFilm,
  isSupremeCourtReporter,
  isWikipedia,
  lawNumberOf,
  patentOf,
  reportNumberOf,
  uprightTranslation,
  versionOf,
  withPlainNumbers,
} from './fitFields'
import {withoutRepetition} from './withoutRepetition'

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
    ...(isFilm(item) ? {director: item.author, author: undefined} : {}),
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
