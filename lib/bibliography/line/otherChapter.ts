import type {EntryFields} from '../entryFields'
import {readPersons} from './nameList'
import {isPublishingHouse} from './outlets'
import {readPeriodical} from './periodical'
import {keepPublisher} from './publisher'
import type {SourceKind} from './source'

const PAGES = String.raw`(?:pp?\. ?|S\. ?)?(\d+[–-]\d+)`
/** `in The Essay (Minneapolis: Graywolf Press), 177–78` */
const NOTE = new RegExp(`^in:? (.{3,200}?) \\(([^()]{2,60}: [^()]{2,80})\\)(?:, ${PAGES})?\\.?$`, 'i')
/** `in Proc. 12th Symp. Oper. Syst., Savannah, GA, USA, pp. 265–283` */
const PROCEEDINGS = new RegExp(`^in:? (Proc\\. [^,]{3,150})(?:, (.{2,80}?))?(?:, ${PAGES})?\\.?$`, 'i')
/** `In: Vogelstein B, Kinzler KW, editors. ` */
const EDITORS = /^in:? (.{3,300}?),? (?:editors?|eds?|\(eds?\.?\))[.,:]\s+(?=\S)/i
/** `In Handbook of Food; Doe, J., Ed.; Elsevier: Amsterdam, The Netherlands; pp. 12–15` */
const SEMICOLONS = new RegExp(
  `^In (.{3,150}?); (.{3,200}?),? Eds?\\.?; ([^;]{2,120}?)[;,\\s]*(?:; ?)?(?:${PAGES})?\\.?$`,
)
const BOOK = new RegExp(`^In:? (.{3,200}?)(?:, ${PAGES})?\\. (.{2,160})$`)
/** `The Norton Anthology, vol. E, W. W. Norton, pp. 1734–77` */
const QUOTED = new RegExp(
  `^(.{3,200}?)(?:[,.]\\s+vol\\. (\\w{1,5}))?, ([^,]{2,60}), (?:pp?\\. ?)?(\\d+[–-]\\d+|\\d+)\\.?$`,
)

/** Reads the book or journal that a part stands in, behind its title and without its year; null when it is none. */
export function readOtherChapter(text: string, fields: EntryFields, isQuoted: boolean): SourceKind | null {
  if (
    text.startsWith('In: ') &&
    !/\bProc\b|Proceedings|Tagung/.test(text) &&
    isNumbered(text) &&
    readPeriodical(text.slice(4), fields)
  )
    return 'journal'
  const [, noteBook, imprint, notePages] = NOTE.exec(text) ?? []
  if (imprint) return keep(fields, {book: noteBook, publisher: imprint, pages: notePages})
  const [, proceedings, place, paper] = PROCEEDINGS.exec(text) ?? []
  if (proceedings) {
    fields.set('publisherPlace', place, 'likely')
    return keep(fields, {book: proceedings, pages: paper})
  }
  const [, mdpi, makers, house1, mdpiPages] = SEMICOLONS.exec(text) ?? []
  const mdpiEditors = makers ? readPersons(makers, ['inverted']) : null
  if (mdpiEditors) {
    fields.set('editor', mdpiEditors.contributors, 'likely')
    const [publisher, ...place] = (house1 ?? '').split(': ')
    fields.set('publisherPlace', place.join(': ').replace(/[\s,;]+$/, ''), 'likely')
    fields.set('publisher', publisher, 'likely')
    return keep(fields, {book: mdpi, pages: mdpiPages})
  }
  const [whole, names = ''] = EDITORS.exec(text) ?? []
  const people = whole ? readPersons(names, ['compact', 'forward', 'inverted']) : null
  if (people) fields.set('editor', people.contributors, 'likely')
  const rest = whole && people ? `In ${text.slice(whole.length)}` : text
  const [, book, pages, publisher] = BOOK.exec(rest) ?? []
  if (book) return keep(fields, {book, publisher, pages})
  const [, title, volume, house = '', chapterPages] = QUOTED.exec(text) ?? []
  const isBook = isPublishingHouse(house) || (fields.reference.editor && !/\d/.test(house))
  if (!isQuoted || !title || !isBook) return null
  fields.set('volume', volume, 'likely')
  return keep(fields, {book: title, publisher: house, pages: chapterPages})
}

/** `12, H. 3, S. 45–67` */
function isNumbered(text: string): boolean {
  return /\d[^.]*,.*\d+[–-]\d+\.?$/.test(text)
}

interface Parts {
  book: string | undefined
  publisher?: string
  pages: string | undefined
}

function keep(fields: EntryFields, {book, publisher, pages}: Parts): SourceKind {
  fields.set('containerTitle', book, 'likely')
  fields.set('page', pages?.replace('-', '–'), 'likely')
  if (publisher) keepPublisher(publisher, fields)
  return 'in'
}
