import {toBareDoi} from '@/lib/identifiers/doi'
import {isWebUrl} from '@/lib/links/isWebUrl'

/** Whether a text is nothing but addresses and DOIs, at least one. */
export function isAddressLine(line: string): boolean {
  const words = addressWords(line)
  return words.length > 0 && words.every((word) => toAddress(word) !== null)
}

/** The words of a line; `doi: 10.5555/1` is one. */
export function addressWords(line: string): string[] {
  return line.match(/(?:doi:?\s+(?=10\.))?\S+/gi) ?? []
}

export interface Address {
  doi?: string
  url?: string
}

/** What a word leads to, without the punctuation around it, or null when it is no DOI and no web address. */
export function toAddress(word: string): Address | null {
  if (word.length > 2000) return null
  const bare = withoutWrapping(word)
  const doi = toBareDoi(decoded(bare).replace(/^(?:https?:\/\/)?www\.doi\.org\//i, ''))
  if (doi) return {doi}
  const url =
    /^www\.[^\s/]+\.[a-z]{2,}|^(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|int|info|io|eu|uk|de|at|ch|fr|ca|au)\/\S/i.test(
      bare,
    )
      ? `https://${bare}`
      : bare
  return isWebUrl(url) && /^https?:\/\/[^/]*\p{L}/iu.test(url) ? {url} : null
}

/** A resolver's address may be percent-encoded, a bare DOI is not. */
function decoded(word: string): string {
  if (!/^https?:/i.test(word)) return word
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** Without brackets and quotation marks around it and punctuation behind it; brackets that belong to it stay. */
export function withoutWrapping(word: string): string {
  const bare = word.replace(/^[<("'“‘[{«*_]+(?=https?:|www\.|10\.|doi)/i, '')
  const unopened = new Map(['()', '[]', '<>', '{}'].map((pair) => [pair.charAt(1), surplus(bare, pair)]))
  let end = bare.length
  for (; end > 0; end--) {
    const last = bare.charAt(end - 1)
    const left = unopened.get(last) ?? 0
    if (left <= 0 && !/[.,;:!?"'”’»*_]/.test(last)) break
    unopened.set(last, left - 1)
  }
  return bare.slice(0, end)
}

/** How many more brackets of a pair are closed than opened. */
function surplus(word: string, pair: string): number {
  const [open = '', close = ''] = pair
  return word.split(close).length - word.split(open).length
}
