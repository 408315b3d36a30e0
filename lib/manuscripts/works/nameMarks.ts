import type {ParsedReference} from '@/lib/bibliography/parsedEntry'

import type {TextBlock} from '@/lib/manuscripts/body'
import {readLocator} from './locators'
import {contextOf, lineOf, type Mark, type MarkedWork} from './marks'

/** An entry as marks of names and years call it. */
export interface NamedEntry {
  reference: ParsedReference
  line: string
}

const YEAR = String.raw`(?:\d{4}[a-z]?|n\.\s?d\.(?:-[a-z])?|in press)`
const NAME = String.raw`[\p{Lu}][\p{L}’'-]+`
const PARTICLE = String.raw`(?:(?:van|von|de|der|den|di|da|la|le|du|ten|ter|al|el|bin|ibn)\s+)*`
const NAMES = `${PARTICLE}${NAME}(?:(?:,?\\s+(?:&|and|und|et|y|of|for|the|on)\\s+|\\s+|,\\s+)${PARTICLE}${NAME})*(?:,?\\s+(?:et\\s+al\\.?|and others))?`

const IN_BRACKETS = new RegExp(`\\(([^()]{1,300}?\\b${YEAR}[^()]{0,300})\\)`, 'gu')
const YEAR_ALONE = new RegExp(`(?<=\\S\\s)\\((${YEAR})(?:\\s*[,:]\\s*([^()]{1,100}))?\\)`, 'gu')
const NAMES_BEFORE = new RegExp(`(?<![\\p{L}])(${NAMES})\\s$`, 'u')
/** Names are looked for no further back: a long line would take for ever. */
const LONGEST_NAMES = 150
const PART = new RegExp(
  `^(?:((?:see|cf\\.?|e\\.g\\.,?|compare|for example,?)(?:\\s+also,?)?)\\s+)?(.+?),?\\s+(${YEAR})((?:,\\s*${YEAR})*)(?:\\s*[,:]\\s*(.+))?$`,
  'iu',
)

/** Marks such as `(see Polanyi, 1944, p. 12; Smith & Jones, 2001)` and `Polanyi (1944)`, all of whose names and years are one entry's. */
export function findNameMarks(blocks: readonly TextBlock[], entries: readonly NamedEntry[]): Mark[] {
  return blocks.flatMap((block) => {
    const line = lineOf(block)
    return [...inBrackets(block, line, entries), ...afterNames(block, line, entries)]
  })
}

function inBrackets(block: TextBlock, line: string, entries: readonly NamedEntry[]): Mark[] {
  return [...line.matchAll(IN_BRACKETS)].flatMap((match): Mark[] => {
    const works = (match[1] ?? '').split(';').map((part) => readPart(part.trim(), entries))
    if (works.includes(null)) return []
    const [start, end] = [match.index, match.index + match[0].length]
    return [
      {
        blockKey: block._key,
        start,
        end,
        text: match[0],
        works: works.flatMap((work) => work ?? []),
        mode: 'parenthetical',
        ...contextOf(line, {start, end}),
      },
    ]
  })
}

/** The names stay: they are the sentence's own. */
function afterNames(block: TextBlock, line: string, entries: readonly NamedEntry[]): Mark[] {
  return [...line.matchAll(YEAR_ALONE)].flatMap((match): Mark[] => {
    const [text, year = '', rest] = match
    const [start, end] = [match.index, match.index + text.length]
    const [, names = ''] = NAMES_BEFORE.exec(line.slice(Math.max(0, start - LONGEST_NAMES), start)) ?? []
    const entry = lastNamed(names, year, entries)
    if (entry === null) return []
    const works = [{entry, ...(rest !== undefined && placeOf(rest))}]
    return [{blockKey: block._key, start, end, text, works, mode: 'narrative', ...contextOf(line, {start, end})}]
  })
}

/** A sentence may begin with other capitals: `In Polanyi (1944)`, `Yet Polanyi (1944)`. */
function lastNamed(names: string, year: string, entries: readonly NamedEntry[]): number | null {
  const words = names.replace(/[’']s?$/, '').split(/\s+/)
  for (let skipped = 0; skipped < words.length; skipped++) {
    const entry = entryOf(words.slice(skipped).join(' '), year, entries)
    if (entry !== null) return entry
  }
  return null
}

function readPart(part: string, entries: readonly NamedEntry[]): MarkedWork[] | null {
  const [, prefix, names = '', year = '', years = '', rest] = PART.exec(part) ?? []
  if (!year) return null
  const found = [
    year,
    ...years
      .split(',')
      .map((more) => more.trim())
      .filter(Boolean),
  ].map((of) => entryOf(names, of, entries))
  const known = found.filter((entry) => entry !== null)
  if (known.length < found.length) return null
  return known.map((entry, index): MarkedWork => ({
    entry,
    ...(prefix && index === 0 && {prefix}),
    ...(rest && index === known.length - 1 && placeOf(rest)),
  }))
}

function placeOf(text: string): Pick<MarkedWork, 'locator' | 'label' | 'suffix'> {
  const [first = '', ...others] = text.split(/,\s*/)
  const whole = readLocator(text)
  const locator =
    whole ?? readLocator(first) ?? (/^\d+(?:\s*[-–]\s*\d+)?$/.test(first) ? readLocator(`p. ${first}`) : null)
  const suffix = locator ? (whole ? '' : others.join(', ')) : text
  return {...locator, ...(suffix && {suffix: suffix.trim()})}
}

/** The only entry with this first name and this year. */
function entryOf(names: string, year: string, entries: readonly NamedEntry[]): number | null {
  const fitting = entries.flatMap((entry, index) => (fits(names, year, entry) ? [index] : []))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function fits(names: string, year: string, {reference, line}: NamedEntry): boolean {
  return yearFits(year, reference, line) && nameFits(names, reference, line)
}

function yearFits(year: string, {issued}: ParsedReference, line: string): boolean {
  if (/[a-z]$/.test(year) && /^\d{4}/.test(year)) return new RegExp(`\\b${year}\\b`).test(line)
  if (/^\d/.test(year)) return issued?.year === Number(year) || (!issued?.year && line.includes(year))
  return year.startsWith('n') ? issued?.status === 'nd' : issued?.status === 'inPress'
}

function nameFits(names: string, {author, editor}: ParsedReference, line: string): boolean {
  const people = author?.length ? author : (editor ?? [])
  const written = plain(names).replace(/\s+(?:et al\.?|and others)$/, '')
  const first = people[0]
  const full = first ? plain(first.literal ?? [first.particles, first.family].filter(Boolean).join(' ')) : ''
  if (first?.literal) return written === full || (full.length > 0 && initials(first.literal) === names.trim())
  if (!full) return plain(line).startsWith(`${written},`)
  const family = plain(first?.family ?? '')
  const [named = '', ...others] = written.split(/,?\s+(?:&|and|und|et|y)\s+|,\s+/)
  if (named !== full && named !== family) return false
  return others.every((name) => people.some((person) => plain(person.family ?? person.literal ?? '') === name))
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .flatMap((word) => /^\p{Lu}/u.exec(word) ?? [])
    .join('')
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().replace(/\s+/g, ' ').trim()
}
