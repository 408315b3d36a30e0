import {plainLetters} from '@/lib/letters/plainLetters'

import {arranged, libraryOrders, type LibraryOrder} from './arrange'
import type {Work} from './work'

/** What a reader asks of the library; parsed from an address, so that everything in it is bounded and known. */
export interface LibrarySearch {
  /** As typed, shortened. */
  words: string
  type: string | null
  /** `1940`. */
  decade: number | null
  order: LibraryOrder
  page: number
}

/** How many works a page lists. */
export const WORKS_PER_PAGE = 100

const MAX_WORDS_LENGTH = 100
const MAX_WORDS = 8
const MAX_PAGE = 10_000

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads `?q=…&type=…&decade=…&sort=…&page=…`; whatever is unknown or malformed counts as not asked for. */
export function parseSearch(query: Query): LibrarySearch {
  const decade = /^-?\d{1,4}$/.exec(one(query.decade))?.[0]
  const page = /^\d{1,5}$/.exec(one(query.page))?.[0]
  const type = /^[a-z_-]{1,40}$/.exec(one(query.type))?.[0]
  return {
    words: one(query.q).replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS_LENGTH),
    type: type ?? null,
    decade: decade === undefined ? null : Math.floor(Number(decade) / 10) * 10,
    order: libraryOrders.find(({value}) => value === query.sort)?.value ?? 'author',
    page: Math.min(Math.max(Number(page ?? 1), 1), MAX_PAGE),
  }
}

/** The query string of a search, with a page of its own; empty parts are left out. */
export function searchQuery({words, type, decade, order}: LibrarySearch, page = 1): string {
  const params = new URLSearchParams()
  if (words) params.set('q', words)
  if (type) params.set('type', type)
  if (decade !== null) params.set('decade', String(decade))
  if (order !== 'author') params.set('sort', order)
  if (page > 1) params.set('page', String(page))
  return params.toString()
}

/**
 * Works in which every word stands somewhere in names, title, container, date or DOI, of the type and decade asked for.
 * `works` are by author, as the library is, and need not be put into that order again.
 */
export function searchWorks(works: readonly Work[], {words, type, decade, order}: LibrarySearch): Work[] {
  const needles = plainLetters(words)
    .split(/[^\p{L}\p{M}\p{N}.\-/]+/u)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
  const found = works.filter(
    (work) =>
      (type === null || work.type === type) &&
      (decade === null || decadeOf(work) === decade) &&
      needles.every((needle) => work.haystack.includes(needle)),
  )
  return order === 'author' ? found : arranged(found, order)
}

/** The decades in which works appeared, newest first. */
export function decadesOf(works: readonly Work[]): number[] {
  const decades = works.flatMap((work) => decadeOf(work) ?? [])
  return [...new Set(decades)].sort((a, b) => b - a)
}

/** The types that works have, with how many there are of each, most first. */
export function typesOf(works: readonly Work[]): {type: string; title: string; count: number}[] {
  const counts = new Map<string, {type: string; title: string; count: number}>()
  for (const {type, typeTitle} of works) {
    const entry = counts.get(type) ?? {type, title: typeTitle, count: 0}
    counts.set(type, {...entry, count: entry.count + 1})
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1))
}

function decadeOf({year}: Work): number | null {
  return year === null ? null : Math.floor(year / 10) * 10
}

function one(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
