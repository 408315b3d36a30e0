import type {CslItem} from './csl'

/** “*La genèse* [The origin]”: italics within italics are upright. */
export function uprightTranslation({title, 'container-title': container}: CslItem): Partial<CslItem> {
  return title && !container ? {title: title.replace(/(?<= )\[[^[\]<>]+\]$/, '<i>$&</i>')} : {}
}

/** Described in brackets, also when there is a number, which would otherwise take the genre for its own label. */
export function describedBy(genre: string | undefined): Partial<CslItem> {
  return {genre: undefined, medium: genre}
}

/** “Film”, “Documentary film”: what is its director's. */
export function isFilm({genre}: CslItem): boolean {
  return /^(?:\w+ )*film$/i.test(genre ?? '')
}

/** A patent has its number wherever a style has one of its own for it. */
export function patentOf({genre, number}: CslItem): Partial<CslItem> {
  return number && /\bpatent$/i.test(genre ?? '') ? {type: 'patent'} : {}
}

/** “NIH Publication No. 18-MH-8066”: of numbers that are none to the engine it leaves the label out. */
export function reportNumberOf({genre, number}: CslItem): Partial<CslItem> {
  const bare = number?.replace(/^no\.? ?(?=\S*\d)/i, '')
  if (!bare || /^\d+$/.test(bare)) return {number: bare}
  return genre && /^(?=\S*\d)\S+$/.test(bare) ? {number: `No. ${bare}`} : {}
}

/** Of a season and an episode with fields of their own styles would print one; words in the number stay as they are. */
export function episodeOf({volume, number}: CslItem): Partial<CslItem> {
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
export function lawNumberOf({number, ...item}: CslItem): Partial<CslItem> {
  if (!number) return {}
  const bare = number.replace(/^(?:pub(?:lic|\.)? ?l(?:aw|\.)? ?)?no\.? /i, '')
  if (/^\d{2,3}[-–]\d+$/.test(bare)) return {number: bare.replace('–', '-')}
  return {number: undefined, 'container-title': [item['container-title'], number].filter(Boolean).join(' ')}
}

/** Wikipedia is its own publisher. */
export function isWikipedia(item: CslItem): boolean {
  return /\bwikipedia\b/i.test(item['container-title'] ?? '')
}

/** A reporter of one court, which it names already. */
export function isSupremeCourtReporter(reporter: string | undefined): boolean {
  return /^(?:U\. ?S\.|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?)$/.test(reporter ?? '')
}

/** APA prints “2nd ed.”, “Rev. ed.”, “Summer 2019 ed.”, and no first edition. */
export function editionOf({edition}: CslItem): Partial<CslItem> {
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
export function versionOf({type, edition, number}: CslItem): Partial<CslItem> {
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
