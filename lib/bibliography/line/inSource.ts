import type {EntryFields} from '../entryFields'
import {readBracketed} from './brackets'
import {readGenre} from './genres'
import {readOrganisations, readPersons} from './nameList'
import {hasOrganisationWord} from './organisations'
import {keepPublisher} from './publisher'
import {sentences, withoutStop} from './sentences'

/** `In E. Editor & F. Editor (Eds.), Book (2nd ed., pp. 3–40). Publisher.` */
export function readIn(text: string, fields: EntryFields): 'in' {
  const [whole, names, role = '', and = ''] =
    /^(.{3,600}?),?\s\((Eds?|Hg|Hrsg|Trans|Dir|Chairs?|Hosts?|Director)\.?( (?:&|and|und) (?:Trans|Eds?|Übers)\.?)?\)[,.:]?\s/i.exec(
      text,
    ) ?? []
  const isBody = names && hasOrganisationWord(names) && !/\p{Lu}\./u.test(names)
  const people = isBody
    ? readOrganisations(names)
    : names
      ? readPersons(names, ['forward', 'inverted', 'forward-full', 'inverted-full'])
      : null
  if (people) {
    fields.set('editor', people.contributors, people.confidence)
    fields.problems.push(...people.problems)
    if (/trans|übers/i.test(and) || (and && /^trans/i.test(role)))
      fields.set('translator', people.contributors, people.confidence)
    else if (!/^(?:Ed|Hg|Hrsg)/i.test(role)) fields.problems.push(`Taken for editors: “${names} (${role})”.`)
  } else if (names) fields.problems.push(`Not understood: “${names}”, the editors.`)
  const edited = people ? null : EDITED_BY.exec(text)
  const editors = edited?.[2] ? readPersons(edited[2], ['forward', 'forward-full']) : null
  if (edited && editors) {
    fields.set('containerTitle', edited[1], 'likely')
    fields.set('editor', editors.contributors, 'likely')
    fields.set('page', edited[3]?.replace('-', '–'), 'likely')
    keepPublisher(edited[4] ?? '', fields)
    return 'in'
  }
  const parts = sentences(whole ? text.slice(whole.length) : text)
  const [book = '', ...others] = parts
  keepBook(book, fields)
  const [behind, last, pages] =
    /^(.+?),?\s(?:pp?\.?|pages|S\.)\s?([\divxlc][\divxlc–-]*)$/.exec(others.join('. ')) ?? []
  fields.set('page', pages?.replace('-', '–'), 'likely')
  if (others.length > 0) keepPublisher(behind ? (last ?? '') : others.join('. '), fields)
  return 'in'
}

/** `Pepper, edited by A. Jones, 3–10. London: Verso.` */
const EDITED_BY = /^(.{2,200}?), ed(?:ited by|s?\.) (.{3,200}?)(?:, (\d+[–-]\d+))?\.\s+(.{2,160})$/

function keepBook(source: string, fields: EntryFields) {
  let book = source
  for (;;) {
    const [whole, round, square] = /\s*(?:\(([^()]*)\)|\[([^[\]]*)\]),?$/.exec(book.slice(-300)) ?? []
    if (whole === undefined || whole.length >= book.length) break
    const genre = square === undefined ? null : readGenre(square)
    if (round !== undefined && !readBracketed(round, fields)) break
    if (square !== undefined && !genre) break
    fields.set('genre', genre?.genre, 'sure')
    book = withoutStop(book.slice(0, book.length - whole.length))
  }
  const [, bare, pages] = /^(.+?),?\s(?:pp?\.|pages)\s?([\divxlc][\divxlc–-]*)$/.exec(book) ?? []
  fields.set('page', pages, 'likely')
  const [, name, volume, issue, page] = bare
    ? []
    : (/^(.+?), (\d{1,4})(?:\((\d+)\))?(?:, (\d+[–-]\d+))?$/.exec(book) ?? [])
  fields.set('volume', volume, 'likely')
  fields.set('issue', issue, 'likely')
  fields.set('page', page, 'likely')
  const title = withoutStop(bare ?? name ?? book)
  fields.set('containerTitle', title, /^\p{Ll}/u.test(title) ? 'likely' : 'sure')
}
