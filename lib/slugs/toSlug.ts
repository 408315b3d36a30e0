import {plainLetters} from '@/lib/letters/plainLetters'

const LONGEST = 96

/** The last part of an address made of a title; empty when no letter or digit of it can be written in ASCII. */
export function toSlug(title: string): string {
  const ascii = plainLetters(title)
    .replace(/[\p{M}’'ʼ]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (ascii.length <= LONGEST) return ascii
  const cut = ascii.slice(0, LONGEST + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 40)).replace(/-+$/, '')
}
