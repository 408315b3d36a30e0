import {plainLetters} from '@/lib/letters/plainLetters'

/** Articles that lists and people leave out, in the languages of the Latin alphabet that have them. */
const LEADING_ARTICLE = /^(?:the|an?|der|die|das|eine?|le|la|les|une?|el|los|las|il|lo|gli|de|het|een) (?=\S)/

/** Lower-case words without diacritics and punctuation, one space apart; `''` when there is no letter or digit. */
export function plainWords(text: string): string {
  return plainLetters(text.replace(/<\/?[a-z][^<>]*>/gi, ''))
    .replace(/&(?:amp;)?/g, ' and ')
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** A title in a form that does not depend on case, punctuation, diacritics, emphasis or a leading article. */
export function titleKey(title: string): string {
  return plainWords(title).replace(LEADING_ARTICLE, '')
}

/** The key of what stands before a subtitle, or null when there is none. */
export function mainTitleKey(title: string): string | null {
  const [main = '', ...subtitle] = title.split(/: |[?!] |\. | [-–—] |[–—](?=\p{Lu})/u)
  const key = titleKey(main)
  return key !== '' && titleKey(subtitle.join(' ')) !== '' ? key : null
}
