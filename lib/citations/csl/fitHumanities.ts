import type {CslItem} from './csl'
import {defined} from './defined'
import {articleNumberOf, isFilm, withPlainNumbers} from './fitFields'
import {FITS} from './fitType'
import {key, nameKey} from './withoutRepetition'

/** Moves fields to the variables where our MLA looks for them. */
export function fitMla(item: CslItem): CslItem {
  const fitted = fitHumanities(item)
  const isVideo = fitted.type === 'motion_picture' && fitted.URL && !fitted['container-title']
  const held = isVideo ? {...fitted, 'container-title': fitted.publisher, publisher: undefined} : fitted
  return defined(withoutRepeatedAuthor(held))
}

/** Moves fields to the variables where our Chicago looks for them. */
export function fitChicago(item: CslItem): CslItem {
  return defined(withoutRepeatedSite(fitHumanities(item)))
}

function fitHumanities(item: CslItem): CslItem {
  const fit = HUMANITIES_FITS[item.type] ?? FITS[item.type]
  return withPlainNumbers(fit ? {...item, ...fit(item)} : item)
}

/** A field set to `undefined` is taken out of the item. */
const HUMANITIES_FITS: typeof FITS = {
  'article-journal': articleNumberOf,
  motion_picture: (item) => (isFilm(item) ? {director: item.author, author: undefined, genre: undefined} : {}),
  broadcast: ({volume, number}) => ({
    volume: undefined,
    number: [
      volume && labelled('season', volume),
      number && (volume ? labelled('episode', number) : inSentence(number)),
    ]
      .filter(Boolean)
      .join(', '),
  }),
}

function labelled(label: string, number: string): string {
  return /^\d+$/.test(number) ? `${label} ${number}` : inSentence(number)
}

/** `Season 2, Episode 16` in the middle of an entry. */
function inSentence(number: string): string {
  return number.replace(/\b(?:Season|Series|Episode|Part)\b/g, (word) => word.toLowerCase())
}

/** What is published on a site or in a paper, whose own name may be its author’s. */
const IN_PRESS_OR_SITE = /^(?:webpage|post-weblog|article-newspaper|article-magazine)$/

/** MLA names an organisation that publishes its own work as the publisher alone, and one name in two places once. */
function withoutRepeatedAuthor(item: CslItem): CslItem {
  const {author = [], publisher, 'container-title': container} = item
  const isItself = isAuthor(item, publisher) || (IN_PRESS_OR_SITE.test(item.type) && isAuthor(item, container))
  return {
    ...item,
    ...(isItself && author[0]?.literal ? {author: undefined} : {}),
    ...(isOneName(item) ? {publisher: undefined} : {}),
  }
}

/** Chicago names the organisation behind a page as its author, and not again as its site or publisher. */
function withoutRepeatedSite(item: CslItem): CslItem {
  if (!IN_PRESS_OR_SITE.test(item.type)) return item
  const {publisher, 'container-title': container} = item
  return {
    ...item,
    ...(isAuthor(item, container) ? {'container-title': undefined} : {}),
    ...(isAuthor(item, publisher) || isOneName(item) ? {publisher: undefined} : {}),
  }
}

function isOneName({publisher, 'container-title': container}: CslItem): boolean {
  return publisher !== undefined && container !== undefined && key(publisher) === key(container)
}

function isAuthor({author = []}: CslItem, name: string | undefined): boolean {
  const [first, ...others] = author
  return name !== undefined && first !== undefined && others.length === 0 && nameKey(first) === key(name)
}
