import {toBareDoi} from '@/lib/identifiers/doi'
import {isWebUrl} from '@/lib/links/isWebUrl'

import {EntryFields} from '../entryFields'
import {readDate} from '../line/date'
import {isoDay} from '../line/isoDay'
import type {Reading} from '../parsedEntry'
import {readBibtexDate} from './bibtexDate'
import {readBibtexNames} from './bibtexNames'
import type {BibtexSource} from './bibtexSource'
import {bibtexTypeOf} from './bibtexTypeOf'
import {readTex} from './tex'

/** Of no use to a reference list. */
const IGNORED =
  /^(?:abstract|keywords?|file|issn|bibsource|biburl|timestamp|mendeley-.*|annote|annotation|copyright|owner|added-at|bdsk-.*|langid|shorttitle|shortjournal|hyphenation|archiveprefix|primaryclass|eprinttype|interhash|intrahash|priority|rating|read|citeulike-.*|numpages|issue_date|articleno|lccn|pmid|pmcid|mrnumber|zblnumber|googlebooks|pubstate|entrysubtype|key|label|sortkey|urldate|ids|date-added|date-modified|options|groups|creationdate|modificationdate|language)$/

/** What an entry says, in our fields; null when it has no field that we know. */
export function readBibtexEntry({type, fields: source, isWhole}: BibtexSource): Reading | null {
  const fields = new EntryFields()
  const used = new Set<string>()
  const raw = (name: string) => {
    used.add(name)
    return source.get(name) ?? ''
  }
  const text = (...names: readonly string[]) => {
    for (const name of names) {
      const value = readTex(raw(name)).text
      if (value) return value
    }
    return ''
  }
  const [kind, confidence] = bibtexTypeOf(type, (name) => readTex(source.get(name) ?? '').text)
  fields.set('type', kind, confidence)
  keepTitle(raw, fields)
  keepNames(raw, fields)
  const issued = readBibtexDate((name) => (name === 'date' ? raw(name).trim() : text(name)))
  fields.set('issued', issued, 'sure')
  for (const name of ['year', 'month']) {
    const value = text(name)
    const isLost = name === 'year' ? !issued : issued?.status === 'dated' && !issued.month
    if (value && isLost) fields.problems.push(`Not understood: ${name} = “${value}”`)
  }
  keepPlace(type, kind, text, fields)
  keepAccess(raw, text, fields)
  if (!fields.reference.title && !fields.reference.author && !fields.reference.url && !fields.reference.doi) return null
  if (!isWhole) fields.problems.push('The braces of this entry do not match: check every field.')
  if (!isWhole) fields.weaken('guess')
  for (const [name, value] of source) {
    const isKept = used.has(name) || IGNORED.test(name)
    if (!isKept && value.trim() !== '')
      fields.problems.push(`Not kept: ${name} = “${readTex(value).text.slice(0, 300)}”`)
  }
  return fields.reading()
}

function keepTitle(raw: (name: string) => string, fields: EntryFields) {
  const title = readTex(raw('title'), true)
  const subtitle = readTex(raw('subtitle'), true).text
  const whole = title.text && subtitle ? `${title.text.replace(/:$/, '')}: ${subtitle}` : title.text || subtitle
  fields.set('title', whole.replace(/^<i>((?:(?!<\/?i>).)*)<\/i>$/s, '$1'), 'sure')
  fields.problems.push(...title.problems)
}

function keepNames(raw: (name: string) => string, fields: EntryFields) {
  for (const role of ['author', 'editor', 'translator'] as const) {
    const names = readBibtexNames(raw(role))
    if (names.contributors.length > 0) fields.set(role, names.contributors, names.confidence)
    fields.problems.push(...names.problems)
  }
}

type Text = (...names: readonly string[]) => string

function keepPlace(type: string, kind: string, text: Text, fields: EntryFields) {
  const isArticle = kind.startsWith('article-')
  const isSite = kind === 'webpage' || kind === 'post-weblog'
  const thesis = {phdthesis: 'Doctoral dissertation', mastersthesis: 'Master’s thesis'}[type]
  const genre = text('type')
  const container = isSite
    ? ['organization', 'booktitle', 'journal']
    : kind === 'speech'
      ? ['eventtitle', 'booktitle']
      : [
          'journal',
          'journaltitle',
          'booktitle',
          'maintitle',
          'eventtitle',
          ...(kind === 'thesis' ? ['organization'] : []),
        ]
  const containerTitle = text(...container)
  const isItself = kind === 'book' && containerTitle === text('title')
  fields.set('containerTitle', isItself ? '' : containerTitle, 'sure')
  fields.set(
    'publisher',
    text(
      'publisher',
      'institution',
      'school',
      ...(isSite ? [] : ['organization']),
      ...(kind === 'manuscript' ? ['howpublished'] : []),
    ),
    'sure',
  )
  fields.set('publisherPlace', text('address', 'location', 'venue'), 'sure')
  fields.set('genre', genreText(genre) || thesis, genre ? 'sure' : 'likely')
  fields.set('edition', text('edition', 'version').replace(/^(\d+)(?:st|nd|rd|th)$/i, '$1'), 'sure')
  fields.set('volume', text('volume'), 'sure')
  const number = text('number', 'issue')
  fields.set(isArticle ? 'issue' : 'number', number, 'sure')
  if (isArticle) fields.set('number', text('eid', 'articleno'), 'sure')
  fields.set('page', text('pages').replace(/\s*[-‐–—]+\s*/g, '–'), 'sure')
  fields.set('isbn', text('isbn'), 'sure')
  const language = text('language', 'langid')
  if (/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(language)) fields.set('language', language, 'sure')
}

/** biblatex’s own words for kinds of reports and theses. */
function genreText(genre: string): string {
  return (
    {
      phdthesis: 'Doctoral dissertation',
      mathesis: 'Master’s thesis',
      techreport: 'Technical report',
      resreport: 'Research report',
      candthesis: 'Candidate thesis',
    }[genre] ?? genre
  )
}

const ACCESSED = /(?:accessed|retrieved|visited|zugriff)(?: on)?:? (.{6,30}?)[\])]?\.?$/i

function keepAccess(raw: (name: string) => string, text: Text, fields: EntryFields) {
  const address = addressOf(raw('url')) ?? addressOf(raw('howpublished')) ?? addressOf(raw('note'))
  const doi = toBareDoi(verbatim(raw('doi'))) ?? toBareDoi(address ?? '')
  fields.set('doi', doi, 'sure')
  if (address && !toBareDoi(address)) fields.set('url', address, 'sure')
  const eprint = text('eprint')
  if (eprint && !address && /arxiv/i.test(text('archiveprefix', 'eprinttype')))
    fields.set('url', `https://arxiv.org/abs/${eprint}`, 'likely')
  else if (eprint) fields.problems.push(`Not kept: eprint = “${eprint}”`)
  const note = text('note')
  const read = [note, text('howpublished')]
    .map((words) => ACCESSED.exec(words)?.[1])
    .find((words) => words !== undefined)
  const day = isoDay(text('urldate')) ?? isoDay(read ?? '')
  fields.set('accessed', day, 'sure')
  const isSaid =
    note === '' || (read && day) || note === address || (addressOf(note) === address && address !== undefined)
  if (!isSaid && readDate(note)?.issued.status === 'inPress') fields.set('issued', {status: 'inPress'}, 'sure')
  else if (!isSaid) fields.problems.push(`Not kept: note = “${note}”`)
  const how = text('howpublished')
  if (how && !address && fields.reference.publisher !== how) {
    if (fields.reference.publisher) fields.problems.push(`Not kept: howpublished = “${how}”`)
    else fields.set('publisher', how, 'likely')
  }
}

/** Addresses are not TeX, but people write them as if they were. */
function verbatim(value: string): string {
  return value
    .replace(/\\url\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\([_%&#~$])/g, '$1')
    .replace(/[{}<>]/g, (mark) => (/[{}]/.test(mark) ? '' : mark))
    .trim()
}

function addressOf(value: string): string | undefined {
  const found = /https?:\/\/[^\s"]+/i.exec(verbatim(value))?.[0].replace(/[.,;]+$/, '')
  return found && isWebUrl(found) ? found : undefined
}
