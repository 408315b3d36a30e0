import type {ContributorRecord} from '@/lib/citations/reference'

import {hasOrganisationWord} from '../line/organisations'
import type {Confidence} from '../parsedEntry'
import {readTex} from './tex'

export interface BibtexNames {
  contributors: ContributorRecord[]
  confidence: Confidence
  problems: string[]
}

/** Names as BibTeX lists them: `Last, First and {Organisation} and First von Last`. */
export function readBibtexNames(value: string): BibtexNames {
  const reading: BibtexNames = {contributors: [], confidence: 'sure', problems: []}
  for (const name of splitOutside(value.replace(/\s+/g, ' '), / and /iy)) {
    const source = name.trim()
    if (/^(?:others|\{others\}|et al\.?)$/i.test(source))
      reading.problems.push('“and others” stands for further authors, who are not named.')
    else if (source !== '') reading.contributors.push(readName(source, reading))
  }
  return reading
}

function readName(source: string, reading: BibtexNames): ContributorRecord {
  if (isBraced(source)) return {_type: 'organisation', literal: plain(source)}
  const parts = splitOutside(source, /\s*,\s*/y)
    .map((part) => part.trim())
    .filter(Boolean)
  const [last = '', second = '', third] = parts
  if (parts.length > 1) return person(words(last), third ?? second, third === undefined ? undefined : second)
  if (hasOrganisationWord(plain(source))) {
    reading.confidence = 'likely'
    reading.problems.push(`Taken for an organisation: “${plain(source)}”.`)
    return {_type: 'organisation', literal: plain(source)}
  }
  const all = words(source)
  const von = all.findIndex((word, index) => index < all.length - 1 && isSmall(word))
  const at = von >= 0 ? von : all.length - 1
  return person(all.slice(at), all.slice(0, at).join(' '))
}

function person(last: readonly string[], given: string | undefined, suffix?: string): ContributorRecord {
  const lead = last.findIndex((word, index) => !isSmall(word) || index === last.length - 1)
  const particles = plain(last.slice(0, Math.max(0, lead)).join(' '))
  const first = given ? plain(given) : ''
  return {
    _type: 'person',
    family: plain(last.slice(Math.max(0, lead)).join(' ')),
    ...(first ? {given: first} : {}),
    ...(particles ? {particles} : {}),
    ...(suffix ? {suffix: plain(suffix)} : {}),
  }
}

function words(source: string): string[] {
  return splitOutside(source, /[\s~]+/y).filter(Boolean)
}

/** Braces hide the case of a word from BibTeX, and `{\"o}` begins with a letter. */
function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word.startsWith('{\\') ? plain(word) : word)
}

function isBraced(source: string): boolean {
  if (!/^\{(?!\\)/.test(source)) return false
  let depth = 0
  for (let index = 0; index < source.length; index++) {
    if (source[index] === '\\') index++
    else if (source[index] === '{') depth++
    else if (source[index] === '}') depth--
    if (depth === 0) return index === source.length - 1
  }
  return false
}

function plain(source: string): string {
  return readTex(source).text
}

/** The parts of a text between separators that stand in no braces. `separator` is sticky. */
function splitOutside(source: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let index = 0; index < source.length; index++) {
    const character = source[index] ?? ''
    if (character === '\\') index++
    else if (character === '{') depth++
    else if (character === '}') depth = Math.max(0, depth - 1)
    if (depth > 0 || !/[\s,~]/.test(character)) continue
    separator.lastIndex = index
    const match = separator.exec(source)
    if (!match) continue
    parts.push(source.slice(from, index))
    from = index + match[0].length
    index = from - 1
  }
  return [...parts, source.slice(from)]
}
