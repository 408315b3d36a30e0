import {defaultStrings} from '@citation-js/plugin-bibtex/lib/input/constants.js'

import {asideReading, type EntryDraft} from '../entryDraft'
import {readBibtexSource} from './bibtexSource'
import {readBibtexEntry} from './readBibtexEntry'

/** The macros of all `@string` commands of a paste; months and journals that BibTeX knows are among them. */
export function bibtexMacros(sources: readonly string[]): Map<string, string> {
  const macros = new Map(Object.entries(defaultStrings))
  for (const source of sources) {
    const read = /^\s*@\s*string\b/i.test(source) ? readBibtexSource(source, macros) : null
    for (const [name, value] of read?.fields ?? []) macros.set(name, value)
  }
  return macros
}

/** One BibTeX entry, or a command, which makes no reference. */
export function readBibtex(source: string, macros: ReadonlyMap<string, string>): EntryDraft {
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
  const reading = read && readBibtexEntry(read)
  if (!reading) {
    return {
      ...whole,
      format: 'unparsed',
      reading: asideReading('This BibTeX entry could not be read: check its braces and commas.'),
    }
  }
  return {...whole, format: 'bibtex', reading}
}
