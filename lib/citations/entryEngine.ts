import CSL from 'citeproc'

import {boundedCache} from './boundedCache'
import type {CitationStyle} from './citationStyles'
import type {CslItem} from './csl'
import {entryFormat} from './entryFormat'
import {localeOf, localeXml, type Locale} from './locales'
import {plainEntry} from './plainEntry'
import {entryStyleXml} from './styles'

type Formatter = (item: CslItem) => string

const FORMAT_NAME = 'octavo'
const MAX_ENGINES = 8

const engines = boundedCache<Formatter>(MAX_ENGINES)

/** The formatter of a style in a language, built at first use: 0.1 s and some megabytes. */
export function entryEngine(style: CitationStyle, language: string): Formatter {
  const locale = style === 'harvard' && language.startsWith('en') ? 'en-GB' : localeOf(language)
  return engines.get(`${style} ${locale}`, () => createFormatter(entryStyleXml(style), locale))
}

/**
 * Returns the entry's markup. The engine throws on some content (an author named `constructor`); such an entry is set
 * plainly, and the next one gets a fresh engine, because a throw leaves the old one half-way through a page.
 */
function createFormatter(xml: string, locale: Locale): Formatter {
  let format = createEngine(xml, locale)
  return (item) => {
    try {
      return format(item) || plainEntry(item)
    } catch (error) {
      console.error(`formatEntry(): the citation engine failed on reference ${item.id}: ${String(error)}`)
      format = createEngine(xml, locale)
      return plainEntry(item)
    }
  }
}

function createEngine(xml: string, locale: Locale): Formatter {
  CSL.Output.Formats[FORMAT_NAME] = entryFormat
  let current: CslItem = {id: '', type: 'document'}
  const engine = new CSL.Engine({retrieveLocale: localeXml, retrieveItem: () => current}, xml, locale, true)
  engine.opt.development_extensions.wrap_url_and_doi = true
  engine.opt.development_extensions.field_hack = false
  engine.opt.development_extensions.parse_names = false
  engine.setOutputFormat(FORMAT_NAME)

  /** The engine keeps what it read under an id, so every entry is read under an id of its own and nothing is kept. */
  let count = 0
  return (item) => {
    count += 1
    current = {...withPlainNames(item), id: `entry-${count}`}
    engine.restoreProcessorState([])
    engine.updateItems([current.id])
    const bibliography = engine.makeBibliography()
    return bibliography ? (bibliography[1][0] ?? '').trim() : ''
  }
}

/** The engine sets organisations among persons apart, without the comma before “&”; as family names they line up. */
function withPlainNames(item: CslItem): CslItem {
  const {author = []} = item
  const isMixed = author.some(({literal}) => literal) && author.some(({family}) => family)
  return isMixed ? {...item, author: author.map(({literal, ...name}) => (literal ? {family: literal} : name))} : item
}
