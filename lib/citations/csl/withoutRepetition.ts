import type {CslItem, CslName} from './csl'
import {defined} from './defined'

/**
 * A website or publisher of the author's own name is omitted, and so is one name in both places. Styles that print
 * places keep the publisher whose place is known.
 */
export function withoutRepetition(item: CslItem, style: {isApa: boolean}): CslItem {
  const authors = (item.author ?? []).map(nameKey)
  const container = key(item['container-title'] ?? '')
  const isOwnSite = container !== '' && authors.includes(container)
  const isPlaced = !style.isApa && item['publisher-place'] !== undefined
  const isRepeated =
    item.publisher !== undefined &&
    !isPlaced &&
    [...authors, item.type === 'webpage' ? container : ''].includes(key(item.publisher))
  return defined({
    ...item,
    ...(isOwnSite ? ownSiteOf(item, style) : {}),
    ...(isRepeated ? {publisher: undefined} : {}),
  })
}

/**
 * APA omits the name of the site, unless a volume or pages hang on it; elsewhere a newspaper that nobody signed has no
 * author.
 */
function ownSiteOf(item: CslItem, {isApa}: {isApa: boolean}): Partial<CslItem> {
  const {type, author = []} = item
  if (type === 'webpage' || type === 'post-weblog') return {'container-title': undefined}
  if (type !== 'article-newspaper' && type !== 'article-magazine') return {}
  if (!isApa) return author.length === 1 ? {author: undefined} : {}
  return item.volume || item.issue || item.page ? {} : {'container-title': undefined}
}

export function nameKey({literal, given, family}: CslName): string {
  return key(literal ?? [given, family].join(' '))
}

export function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
