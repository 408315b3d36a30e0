import CSL, {type Cite} from 'citeproc'

import {boundedCache} from '@/lib/citations/entries/boundedCache'
import type {CslItem, CslName} from '@/lib/citations/csl/csl'
import {withPlainNames} from '@/lib/citations/entries/entryEngine'
import {entryFormat} from '@/lib/citations/entries/entryFormat'
import {localeOfStyle, localeXml, type Locale} from '@/lib/citations/styles/locales'
import type {Style} from '@/lib/citations/styles/style'

import {citeStyleXml} from './authorDateStyle'

/** One place in one work. */
export interface CitedPlace {
  /** Index among the works. */
  work: number
  locator?: string
  label?: string
}

/** Safe markup of a place: `Polanyi`, `1944, p. 12`, and both as the style joins them. */
export interface CiteText {
  author: string
  year: string
  full: string
}

export interface AuthorDateTexts {
  places: CiteText[]
  /** For each work its letter, from 0, or null where author and year are enough. */
  yearLetters: (number | null)[]
}

type Setter = (works: readonly CslItem[], places: readonly CitedPlace[]) => AuthorDateTexts

const FORMAT_NAME = 'octavo-cite'
const MAX_ENGINES = 8
const MAX_CACHED_TEXTS = 100

/**
 * Markup that stands for the style's “&” until it is known whether the names are part of a sentence. No name holds the
 * private character; the engine sets spaces only around a term that begins and ends with a sign it knows.
 */
export const AND_SIGN = '&amp;\uE000&amp;'

/** The engine keeps names as keys of plain objects, where `constructor` is found; this one stands before them, unseen. */
const WORD_JOINER = '\u2060'

const engines = boundedCache<Setter>(MAX_ENGINES)

/** By all that is printed: the page, the feed and the files of one text ask for the same. */
const texts = boundedCache<AuthorDateTexts>(MAX_CACHED_TEXTS)

/**
 * What citations of works say in a style, told apart from one another. Works come in the order of the list.
 *
 * All of it is set in one go: the engine, built at first use and kept, holds one text's works at a time.
 *
 * @throws whatever the engine throws on content; it is then built anew.
 */
export function authorDateTexts(
  style: Style,
  language: string,
  {works, places}: {works: readonly CslItem[]; places: readonly CitedPlace[]},
): AuthorDateTexts {
  const locale = localeOfStyle(style, language)
  const set = () => engines.get(`${style.id} ${locale}`, () => createSetter(citeStyleXml(style.xml), locale))
  return texts.get(JSON.stringify([style.id, locale, works, places]), () => set()(works, places))
}

function createSetter(xml: string, locale: Locale): Setter {
  let set = createEngine(xml, locale)
  return (works, places) => {
    try {
      return set(works, places)
    } catch (error) {
      set = createEngine(xml, locale)
      throw error
    }
  }
}

function createEngine(xml: string, locale: Locale): Setter {
  CSL.Output.Formats[FORMAT_NAME] = entryFormat
  let current = new Map<string, CslItem>()
  const retrieveItem = (id: string) => current.get(id) ?? {id, type: 'document'}
  const retrieveLocale = (language: string) => withAndSign(localeXml(language))
  const engine = new CSL.Engine({retrieveLocale, retrieveItem}, xml, locale, true)
  engine.opt.development_extensions.field_hack = false
  engine.opt.development_extensions.parse_names = false
  engine.opt.development_extensions.expect_and_symbol_form = true
  engine.setOutputFormat(FORMAT_NAME)

  return (works, places) => {
    const ids = works.map((_, index) => `w${index}`)
    current = new Map(works.map((work, index) => [`w${index}`, harmless({...withPlainNames(work), id: `w${index}`})]))
    engine.restoreProcessorState([])
    engine.updateItems(ids)
    const clean = (html: string) => html.replaceAll(WORD_JOINER, '').trim()
    const cited = new Map<string, string>()
    const cite = (place: Cite) => {
      const key = JSON.stringify(place)
      const html = cited.get(key) ?? clean(engine.makeCitationCluster([place]))
      cited.set(key, html)
      return html
    }
    return {
      places: places.map(({work, locator, label}) => {
        const bare = {id: `w${work}`}
        const place = locator ? {...bare, locator, label: label ?? 'page'} : bare
        const yearAlone = cite({...bare, 'suppress-author': true})
        return {
          author: authorPart(cite(bare), yearAlone),
          year: cite({...place, 'suppress-author': true}),
          full: cite(place),
        }
      }),
      yearLetters: ids.map((id) => {
        const suffix = engine.registry.registry[id]?.disambig.year_suffix ?? false
        return suffix === false ? null : Number(suffix)
      }),
    }
  }
}

/** Some locales have no “&” of their own. */
function withAndSign(locale: string): string {
  const others = locale.replace(/<term name="and" form="symbol">[^<]*<\/term>/, '')
  return others.replace('<term name="and">', `<term name="and" form="symbol">${AND_SIGN}</term><term name="and">`)
}

/** What stands before the year, without the comma between, which may be inside the quotation marks of a title. */
function authorPart(full: string, year: string): string {
  if (year === '' || !full.endsWith(year)) return full
  return full
    .slice(0, full.length - year.length)
    .replace(/[\s,:;]+$/, '')
    .replace(/,((?:<\/i>)?[”’»“]|<\/i>)$/, '$1')
}

function harmless(item: CslItem): CslItem {
  const safe = (names: CslName[] | undefined) => names?.map(harmlessName)
  const {author, editor, translator, director, host} = item
  return {
    ...item,
    ...(author ? {author: safe(author)} : {}),
    ...(editor ? {editor: safe(editor)} : {}),
    ...(translator ? {translator: safe(translator)} : {}),
    ...(director ? {director: safe(director)} : {}),
    ...(host ? {host: safe(host)} : {}),
  }
}

function harmlessName(name: CslName): CslName {
  const safe: CslName = {...name}
  if (name.family && name.family in {}) safe.family = WORD_JOINER + name.family
  if (name.literal && name.literal in {}) safe.literal = WORD_JOINER + name.literal
  return safe
}
