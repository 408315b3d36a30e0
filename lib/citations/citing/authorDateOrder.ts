import type {CslDate, CslItem, CslName} from '@/lib/citations/csl/csl'
import {plainText} from '@/lib/citations/richText'

interface OrderOptions {
  /** BCP 47. */
  language: string
  /** Whether `van der Berg` stands under V. */
  byParticle: boolean
  /** Whether given names are compared as initials, because that is what is printed. */
  byInitials: boolean
  /** Whether works of the same names follow one another by date, and only then by title. */
  byDate: boolean
}

export interface ListedWork {
  item: CslItem
  /** The plain text of its entry, which tells whose name leads it. */
  text: string
}

interface SortKey {
  names: {family: string; given: string}[]
  date: {group: number; parts: number[]}
  title: string
}

/**
 * Indices of works in the order of an author-date list: by names, where one author precedes the same with others, then
 * by date (none, dated, in press), then by title. Letter by letter, without regard to spaces, punctuation, accents
 * and a leading article.
 *
 * @see Publication Manual of the APA, 7th ed., 9.44–9.49
 */
export function authorDateOrder(works: readonly ListedWork[], options: OrderOptions): number[] {
  const collator = new Intl.Collator(options.language, {ignorePunctuation: true, sensitivity: 'base', numeric: true})
  const keys = works.map((work) => sortKey(work, options))
  const compare = (a: SortKey, b: SortKey) =>
    compareNames(a, b, collator) || (options.byDate ? compareDates(a, b) : 0) || collator.compare(a.title, b.title)
  return keys
    .map((key, index) => ({key, index}))
    .sort((a, b) => compare(a.key, b.key) || a.index - b.index)
    .map(({index}) => index)
}

function compareNames(a: SortKey, b: SortKey, collator: Intl.Collator): number {
  for (const [index, name] of a.names.entries()) {
    const other = b.names[index]
    if (!other) return 1
    const difference = collator.compare(name.family, other.family) || collator.compare(name.given, other.given)
    if (difference !== 0) return difference
  }
  return a.names.length - b.names.length
}

function compareDates({date: a}: SortKey, {date: b}: SortKey): number {
  if (a.group !== b.group) return a.group - b.group
  const differing = [0, 1, 2].find((index) => (a.parts[index] ?? 0) !== (b.parts[index] ?? 0)) ?? 0
  return (a.parts[differing] ?? 0) - (b.parts[differing] ?? 0)
}

function sortKey({item, text}: ListedWork, options: OrderOptions): SortKey {
  const title = withoutArticle(item.title ?? text, options.language)
  const lead = withoutArticle(leadingWords(item, text) ?? title, options.language)
  const names = leadingNames(item, text)?.map((name) => nameKey(name, options)) ?? [{family: lead, given: ''}]
  return {names, date: dateKey(item), title}
}

/** Those by whom an entry begins: authors, in their place editors and so on; null when it begins with its title. */
function leadingNames({author, director, host, editor, translator}: CslItem, text: string): CslName[] | null {
  const lists = [author, director, host, editor, translator].filter((list) => list !== undefined)
  const start = comparable(text)
  return lists.find(([first]) => first !== undefined && startsWith(start, first)) ?? null
}

/** The newspaper or the publisher that stands where an author would; null when an entry begins with its title. */
function leadingWords({title, publisher, 'container-title': container}: CslItem, text: string): string | null {
  const start = comparable(text)
  const words = [plainText(title ?? ''), container, publisher].find(
    (part) => part && start.startsWith(comparable(part)),
  )
  return words === undefined || words === plainText(title ?? '') ? null : words
}

function startsWith(start: string, name: CslName): boolean {
  const {literal, family = ''} = name
  const particle = name['non-dropping-particle'] ?? ''
  const forms = literal ? [literal] : [family, `${particle}${family}`]
  return forms.map(comparable).some((form) => form !== '' && start.startsWith(form))
}

function nameKey(name: CslName, {language, byParticle, byInitials}: OrderOptions) {
  if (name.literal) return {family: withoutArticle(name.literal, language), given: ''}
  const particle = name['non-dropping-particle'] ?? ''
  const given = byInitials ? initials(name.given ?? '') : (name.given ?? '')
  const rest = byParticle ? given : `${given} ${particle}`
  return {family: byParticle ? `${particle} ${name.family ?? ''}` : (name.family ?? ''), given: rest.trim()}
}

function initials(given: string): string {
  return given
    .split(/[\s.-]+/)
    .map((part) => [...part][0] ?? '')
    .join('')
}

/** Print only the year, so that the month does not order them. */
const DATED_BY_YEAR = /^(?:article-journal|book|chapter|dataset|manuscript|paper-conference|report|thesis)$/

function dateKey({type, issued, status}: CslItem): SortKey['date'] {
  const parts: CslDate['date-parts'][number] | undefined = issued?.['date-parts'][0]
  if (!parts) return {group: status ? 2 : 0, parts: []}
  const [year, month = 0, day = 0] = parts
  return {group: 1, parts: DATED_BY_YEAR.test(type) ? [year] : [year, month, day]}
}

const ARTICLES: Partial<Record<string, RegExp>> = {
  en: /^(?:the|an?) /i,
  de: /^(?:der|die|das|ein|eine) /i,
  es: /^(?:el|la|los|las|un|una) /i,
  fr: /^(?:(?:le|la|les|un|une) |l['’])/i,
  nl: /^(?:de|het|een) /i,
}

/** “The White House” stands under W, in the language of the publication. */
function withoutArticle(text: string, language: string): string {
  const plain = text.replace(/<[^>]*>/g, '').replace(/^[\s"“„«‘'¿¡([]+/, '')
  const article = ARTICLES[language.toLowerCase().split('-')[0] ?? ''] ?? ARTICLES.en
  return article ? plain.replace(article, '') : plain
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
