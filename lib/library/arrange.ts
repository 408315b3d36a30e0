import type {Work} from './work'

export type LibraryOrder = 'author' | 'newest' | 'oldest' | 'title' | 'cited'

/** What a list of works can be ordered by; the first is the default. */
export const libraryOrders: readonly {value: LibraryOrder; title: string}[] = [
  {value: 'author', title: 'Author'},
  {value: 'title', title: 'Title'},
  {value: 'newest', title: 'Newest first'},
  {value: 'oldest', title: 'Oldest first'},
  {value: 'cited', title: 'Most cited'},
]

const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'})

const byAuthor = (a: Work, b: Work) =>
  collator.compare(a.sortName, b.sortName) ||
  (a.year ?? Infinity) - (b.year ?? Infinity) ||
  collator.compare(a.sortTitle, b.sortTitle) ||
  (a.id < b.id ? -1 : 1)

const comparisons: Record<LibraryOrder, (a: Work, b: Work) => number> = {
  author: byAuthor,
  title: (a, b) => collator.compare(a.sortTitle, b.sortTitle) || byAuthor(a, b),
  newest: (a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || byAuthor(a, b),
  oldest: (a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || byAuthor(a, b),
  cited: (a, b) => b.citedBy - a.citedBy || byAuthor(a, b),
}

/** The works in an order of the reader's choice. Undated ones come last. */
export function arranged(works: readonly Work[], order: LibraryOrder): Work[] {
  return [...works].sort(comparisons[order])
}

export interface LetterPlace {
  letter: string
  /** The page on which it begins, from 1. */
  page: number
}

/** Where each letter begins in pages of works by author. Letters of other alphabets follow, signs come last. */
export function lettersOf(works: readonly Work[], perPage: number): LetterPlace[] {
  const places = new Map<string, number>()
  works.forEach(({letter}, index) => {
    if (!places.has(letter)) places.set(letter, Math.floor(index / perPage) + 1)
  })
  return [...places].map(([letter, page]) => ({letter, page}))
}

/** Consecutive works under one letter. */
export function byLetter(works: readonly Work[]): {letter: string; works: Work[]}[] {
  const groups: {letter: string; works: Work[]}[] = []
  for (const work of works) {
    const last = groups.at(-1)
    if (last?.letter === work.letter) last.works.push(work)
    else groups.push({letter: work.letter, works: [work]})
  }
  return groups
}
