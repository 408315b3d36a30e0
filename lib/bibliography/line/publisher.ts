import type {EntryFields} from '../entryFields'
import {isPublishingHouse} from './outlets'
import {withoutStop} from './sentences'

const PLACES =
  'Paris|London|New York|Geneva|Genf|Genève|Vienna|Wien|Berlin|Oxford|Cambridge|Boston|Chicago|Brussels|Washington|Rome|Roma|Madrid|Amsterdam|Munich|München|Leiden|Zürich|Toronto|Sydney|Moscow|Tokyo|Frankfurt(?: am Main| a\\. ?M\\.)?|Leipzig|Hamburg|Köln|Stuttgart|Göttingen|Tübingen|Heidelberg|Graz|Basel|Bern|Milano|Torino|Bologna|Barcelona|Lisboa|Lisbon|Stanford|Princeton|New Haven|Los Angeles|San Francisco|Philadelphia|Minneapolis|Durham|Edinburgh|Manchester|Dublin|Stockholm|Copenhagen|Oslo|Helsinki|Prague|Praha|Budapest|Warsaw|Warszawa|Lagos|Nairobi|Delhi|New Delhi|Mumbai|Melbourne|Москва|М\\.|СПб\\.|Київ|北京|上海|東京|بيروت'
const PLACE = new RegExp(`^(?:${PLACES})(?:, [\\p{L}. ]{2,20})?$`, 'u')

/** `Place: House`, `Place, State: House`, `Place (State): House`, `Place : Maison`. */
const IMPRINT =
  /^([\p{Lu}\p{Lo}][\p{L}.’' -]{0,40}[\p{L}.’'](?:(?:, \p{Lu}[\p{L}. ]{1,20}){1,2}| \(\p{Lu}[\p{L}. ]{1,20}\))?) ?: (.+)$/u

/** `Harbour Archive (Box 3, Folder 12), Trieste` */
const BOX = /^(.{3,80}?) \(((?:Box|Folder|File|Series|Collection|Call No\.?|MSS?)\.? [^()]{1,60})\)(?:, (.{3,40}))?$/

/** `Boston, MA: Beacon Press` names the place too. */
export function keepPublisher(source: string, fields: EntryFields) {
  const [, before, pages] = /^(.{2,}?)[.,] (?:pp?|S)\. ?(\d+(?:[–-]\d+)?)\.?$/.exec(source.trim()) ?? []
  if (!fields.reference.page) fields.set('page', pages?.replace('-', '–'), 'likely')
  const text = withoutStop(before ?? source)
  const [, archive, box, town] = BOX.exec(text) ?? []
  if (archive) {
    fields.set('publisher', archive, 'likely')
    fields.set('number', box, 'likely')
    return fields.set('publisherPlace', town, 'likely')
  }
  const [, place, publisher] = IMPRINT.exec(text) ?? placeFirst(text)
  fields.set('publisherPlace', place, 'likely')
  fields.set('publisher', publisher ?? text, publisher || isPlace(text) ? 'likely' : 'sure')
}

/** Whether a text is a place and a house: `Frankfurt am Main: Suhrkamp`. */
export function isImprint(text: string): boolean {
  const [, place, house] = IMPRINT.exec(text) ?? []
  return place !== undefined && house !== undefined && (isPlace(place) || isPublishingHouse(house))
}

/** `Paris, Gallimard` */
function placeFirst(text: string): readonly (string | undefined)[] {
  const [, place = '', house] = /^([^,]{2,30}), (\p{Lu}[^,]{2,60})$/u.exec(text) ?? []
  return house && isPlace(place) && isPublishingHouse(house) ? ['', place, house] : []
}

/** Whether a text is no more than a place that many books come from: `Paris`, `London, England`. */
export function isPlace(text: string): boolean {
  return PLACE.test(text)
}
