import CSL from 'citeproc'

import type {CslItem} from '@/lib/citations/csl/csl'
import {entryStyleXml} from '@/lib/citations/styles/entryStyle'
import {localeOfStyle, localeXml, type Locale} from '@/lib/citations/styles/locales'
import {styleOf} from '@/lib/citations/styles/styles'

import {boundedCache} from './boundedCache'
import {withCapitalInitials} from './capitalInitials'
import {entryFormat} from './entryFormat'
import {plainEntry} from './plainEntry'

type Formatter = (item: CslItem, yearLetter?: number | null) => string

const FORMAT_NAME = 'octavo'
const MAX_ENGINES = 8

/** Not the reference's own id: the engine keeps ids as keys of plain objects. */
const ENTRY_ID = 'entry'

/** What the engine says instead of an entry of nothing. */
const NOTHING_PRINTED = '[CSL STYLE ERROR: reference with no printed form.]'

const SPECIMEN: CslItem = {
  id: ENTRY_ID,
  type: 'book',
  title: 'Specimen',
  author: [{family: 'Ross', given: 'Tim'}],
  publisher: 'Verso',
  issued: {'date-parts': [[2010]]},
}

const engines = boundedCache<Formatter>(MAX_ENGINES)

/** The formatter of a style in a language, built at first use: 0.1 s and some megabytes. */
export function entryEngine(styleId: string, language: string): Formatter {
  const style = styleOf(styleId)
  const {id, xml} = style
  const locale = localeOfStyle(style, language)
  return engines.get(`${id} ${locale}`, () => createFormatter(entryStyleXml(xml), locale))
}

/** Why the engine cannot work with a style, or null when it sets an entry with it. */
export function engineRefusal(xml: string): string | null {
  try {
    const entry = createEngine(entryStyleXml(xml), 'en-US')(SPECIMEN)
    return entry.includes('Specimen') ? null : 'it prints entries without titles'
  } catch (error) {
    return String(error).replace(/\s+/g, ' ').slice(0, 200)
  }
}

/**
 * Returns the entry's markup. The engine throws on some content (an author named `constructor`); such an entry is set
 * plainly, and the next one gets a fresh engine, because a throw leaves the old one half-way through a page.
 */
function createFormatter(xml: string, locale: Locale): Formatter {
  let format = createEngine(xml, locale)
  return (item, yearLetter) => {
    try {
      const entry = format(item, yearLetter)
      return entry && !entry.includes(NOTHING_PRINTED) ? entry : plainEntry(item)
    } catch (error) {
      // Quoted: an id may be whatever somebody asks to have formatted, new lines of the log included.
      console.error(
        `formatEntry(): the citation engine failed on reference ${JSON.stringify([item.id, String(error)])}`,
      )
      format = createEngine(xml, locale)
      return plainEntry(item)
    }
  }
}

function createEngine(xml: string, locale: Locale): Formatter {
  CSL.Output.Formats[FORMAT_NAME] = entryFormat
  let current: CslItem = {id: ENTRY_ID, type: 'document'}
  const engine = new CSL.Engine({retrieveLocale: localeXml, retrieveItem: () => current}, xml, locale, true)
  engine.opt.development_extensions.wrap_url_and_doi = true
  engine.opt.development_extensions.field_hack = false
  engine.opt.development_extensions.parse_names = false
  engine.setOutputFormat(FORMAT_NAME)

  return (item, yearLetter = null) => {
    current = {...withPlainNames(withCapitalInitials(item, xml)), id: ENTRY_ID}
    // `updateItems` alone keeps the registry's record of the entry before, names included, under the same id.
    engine.restoreProcessorState([])
    engine.updateItems([ENTRY_ID])
    const registered = engine.registry.registry[ENTRY_ID]
    if (registered && yearLetter !== null) registered.disambig.year_suffix = yearLetter
    const bibliography = engine.makeBibliography()
    return bibliography ? (bibliography[1][0] ?? '').trim() : ''
  }
}

/** The engine sets organisations among persons apart, without the comma before “&”; as family names they line up. */
export function withPlainNames(item: CslItem): CslItem {
  const {author = []} = item
  const isMixed = author.some(({literal}) => literal) && author.some(({family}) => family)
  return isMixed ? {...item, author: author.map(({literal, ...name}) => (literal ? {family: literal} : name))} : item
}
