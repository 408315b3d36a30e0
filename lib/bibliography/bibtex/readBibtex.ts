import {defaultStrings} from '@citation-js/plugin-bibtex/lib/input/constants.js'

import {asideReading, type EntryDraft} from '../entryDraft'
import {readBibtexSource, type BibtexSource} from './bibtexSource'
import {readBibtexEntry} from './readBibtexEntry'

/** The macros of all `@string` commands of a paste; months and journals that BibTeX knows are among them. */
function bibtexMacros(sources: readonly string[]): Map<string, string> {
  const macros = new Map(Object.entries(defaultStrings))
  for (const source of sources) {
    const read = /^\s*@\s*string\b/i.test(source) ? readBibtexSource(source, macros) : null
    for (const [name, value] of read?.fields ?? []) macros.set(name, value)
  }
  return macros
}

/** What entries of a paste take from one another. */
export interface BibtexSurroundings {
  macros: ReadonlyMap<string, string>
  /** The entries that others name in `crossref`, by key in lower case. */
  parents: ReadonlyMap<string, BibtexSource>
}

/** The surroundings of the entries of a paste. */
export function bibtexSurroundings(sources: readonly string[]): BibtexSurroundings {
  const macros = bibtexMacros(sources)
  const named = new Set(
    sources.flatMap((source) => [...source.matchAll(CROSSREF)].map(([, key = '']) => key.trim().toLowerCase())),
  )
  const parents = new Map<string, BibtexSource>()
  for (const source of named.size > 0 ? sources : []) {
    const read = readBibtexSource(source, macros)
    const key = read?.key.toLowerCase() ?? ''
    if (read && named.has(key) && !parents.has(key)) parents.set(key, read)
  }
  return {macros, parents}
}

const CROSSREF = /\bcrossref\s*=\s*[{"]([^{}",]{1,200})[}"]/gi

/** One BibTeX entry, or a command, which makes no reference. */
export function readBibtex(source: string, {macros, parents}: BibtexSurroundings): EntryDraft {
  const whole = {start: 0, end: source.length}
  const command = /^\s*@\s*(string|comment|preamble)\b/i.exec(source)?.[1]?.toLowerCase()
  if (command) {
    const what =
      command === 'string'
        ? 'A BibTeX abbreviation, used by the entries around it.'
        : `A BibTeX ${command}, which makes no reference.`
    return {...whole, format: 'aside', reading: asideReading(what)}
  }
  const read = readBibtexSource(source, macros)
  const reading = read && readBibtexEntry(withParent(read, parents))
  if (!reading) {
    return {
      ...whole,
      format: 'unparsed',
      reading: asideReading('This BibTeX entry could not be read: check its braces and commas.'),
    }
  }
  return {...whole, format: 'bibtex', reading}
}

/** What an entry does not say itself it has from its `crossref`; the title there is that of the book or the proceedings. */
function withParent(entry: BibtexSource, parents: ReadonlyMap<string, BibtexSource>): BibtexSource {
  const parent = parents.get(entry.fields.get('crossref')?.trim().toLowerCase() ?? '')
  if (!parent || parent.key === entry.key) return entry
  const {title, ...others} = Object.fromEntries(parent.fields)
  const given = Object.entries({...others, booktitle: others['booktitle'] ?? title ?? ''})
  const inherited = given.filter(([name, value]) => value !== '' && !/^(?:crossref|author|note|doi|url)$/.test(name))
  const fields = new Map([...inherited, ...entry.fields])
  fields.delete('crossref')
  return {...entry, fields}
}
