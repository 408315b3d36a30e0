import type {ContributorRecord} from '@/lib/citations/reference'

/** Parts that stand before a family name and are kept when it is sorted. */
const PARTICLE =
  "(?:van|von|vom|zum|zur|zu|de|der|den|del|della|dello|degli|di|da|dos|das|du|des|la|le|les|ter|ten|te|af|av|el|al|bin|ibn|ben|st\\.|in|’t|'t)"
const WORD = "(?:[dDlLO]['’])?[\\p{Lu}\\p{Lo}](?:[\\p{L}\\p{M}'’ʻ‘`-]|\\.(?=-))*"
const FAMILY = `(?:(?:${PARTICLE}[ -]|de?['’] ?)*${WORD}(?: (?:${PARTICLE} )*(?:y |e |i )?${WORD}){0,3}|[\\p{Lo}\\p{M}]+)`
const INITIAL = "(?!(?:Jr|Sr|Dr|Mr|Mrs|Ms)\\.)(?:\\p{Lu}['’])?\\p{Lu}(?:\\p{Ll}{0,2}|\\p{Ll}c?\\p{Lu})\\."
const INITIALS = `${INITIAL}(?:[ -]{0,2}(?:${INITIAL}|\\p{Lu}(?=[.,\\s]|$)))*`
const BARE_INITIALS =
  '(?!(?:LLC|LLP|PLC|USA|Inc|Ltd)(?![\\p{L}]))\\p{Lu}{1,3}(?![\\p{L}.])|\\p{Lu}(?: \\p{Lu}){1,2}(?![\\p{L}.])'
const SUFFIX = '(?:Jr|Sr|jun|sen|II|III|IV|Esq|MD|M\\.D|PhD|Ph\\.D)\\.?'
const GIVEN = `${WORD}(?: (?:\\p{Lu}\\.|${WORD}|${PARTICLE})|-\\p{Lu}\\.){0,3}`

const INVERTED = new RegExp(
  `^(${FAMILY}),\\s*(${INITIALS}(?:\\s(?:${PARTICLE}|d['’])(?![\\p{L}]))*|${BARE_INITIALS})(?:,?\\s*(${SUFFIX})(?=[,;.\\s)&]|$))?`,
  'u',
)
const SUFFIX_FIRST = new RegExp(`^(${FAMILY}),? (${SUFFIX}),\\s*(${INITIALS})`, 'u')
const INVERTED_FULL = new RegExp(`^(${FAMILY})(?<! \\p{Lu}),\\s*(${GIVEN})(?:,?\\s(${SUFFIX})(?=[,;.\\s)&]|$))?`, 'u')
const FORWARD = new RegExp(`^(${INITIALS})\\s*(${FAMILY})(?:,?\\s(${SUFFIX})(?=[,;.\\s)&]|$))?`, 'u')
const FORWARD_FULL = new RegExp(
  `^(${WORD}(?: (?:${WORD}|\\p{Lu}\\.)|-\\p{Lu}\\.)*?) ((?:${PARTICLE} )*(?!\\p{Lu}\\.)${WORD})(?=[,;.)&]|\\s(?!\\p{Lu}\\p{Ll}|${PARTICLE} )|$)`,
  'u',
)
const COMPACT = new RegExp(
  `^(${FAMILY}) (\\p{Lu}\\.(?:[ -]?\\p{Lu}\\.)*|\\p{Lu}{1,3})(?:,? (${SUFFIX}))?(?=[,;.\\s)&]|$)`,
  'u',
)

const LEADING_PARTICLES = new RegExp(`^((?:${PARTICLE}[ ])+|de['’] |d['’])(?=\\p{Lu})`, 'u')

/** How the names of a list are written: `Family, G. H.`; `Family, Given`; `G. H. Family`; `Given Family`; `Family GH`. */
export type NameOrder = 'inverted' | 'inverted-full' | 'forward' | 'forward-full' | 'compact'

export interface FoundName {
  contributor: ContributorRecord
  length: number
}

/** The person's name that a text begins with, in one order, or null. */
export function takeName(text: string, order: NameOrder): FoundName | null {
  const source = text.slice(0, 200)
  if (order === 'inverted') return takeSuffixFirst(source) ?? found(INVERTED.exec(source), 1, 2)
  if (order === 'inverted-full') return found(INVERTED_FULL.exec(source), 1, 2)
  if (order === 'compact') return found(COMPACT.exec(source), 1, 2)
  return found((order === 'forward' ? FORWARD : FORWARD_FULL).exec(source), 2, 1)
}

function takeSuffixFirst(source: string): FoundName | null {
  const match = SUFFIX_FIRST.exec(source)
  const [whole = '', family = '', suffix, given] = match ?? []
  return match ? {contributor: person(family, given, suffix), length: whole.length} : null
}

function found(match: RegExpExecArray | null, familyAt: number, givenAt: number): FoundName | null {
  if (!match) return null
  return {contributor: person(match[familyAt] ?? '', match[givenAt], match[3]), length: match[0].length}
}

/** A person by parts; particles before the family name get a field of their own, those after the initials too. */
export function person(family: string, given?: string, suffix?: string): ContributorRecord {
  const trailing = new RegExp(`((?: (?:${PARTICLE}|d['’]))+)$`, 'u').exec(given ?? '')?.[1]
  const initials = trailing ? given?.slice(0, -trailing.length) : given
  const [, before] = LEADING_PARTICLES.exec(family) ?? []
  const particles = [trailing?.trim(), before?.trim()].filter(Boolean).join(' ')
  return {
    _type: 'person',
    family: family.slice(before?.length ?? 0),
    ...(initials ? {given: dotted(initials.trim())} : {}),
    ...(particles ? {particles} : {}),
    ...(suffix ? {suffix: suffixOf(suffix)} : {}),
  }
}

function suffixOf(suffix: string): string {
  if (/^(?:Jr|Sr)$/.test(suffix)) return `${suffix}.`
  return suffix.replace(/^(I{2,3}|IV|PhD|MD)\.$/, '$1')
}

/** `J.P.` as `J. P.`, `JP` and `J P` as `J. P.`; full names stay. */
function dotted(given: string): string {
  if (/^\p{Lu}{1,3}$/u.test(given)) return [...given].join('. ') + '.'
  if (/^\p{Lu}(?: \p{Lu})+$/u.test(given)) return given.split(' ').join('. ') + '.'
  return given
    .replace(/\.\s*-\s*/g, '.-')
    .replace(/\.(?=\p{Lu})/gu, '. ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\s.-]\p{Lu})$/u, '.')
}
