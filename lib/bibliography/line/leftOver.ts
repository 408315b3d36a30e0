import type {ContributorRecord} from '@/lib/citations/reference'

import type {ParsedReference} from '../parsedEntry'

/** What citations say around their fields. */
const CONNECTING = new Set(
  'a an and at by hrsg hg rev ed eds edited edn edition editor editors et al from host hosts director in no nos nr of on p page pages pp pub l law online print retrieved accessed the to trans translated und v vol vols volume version issue article art web available n d nd ca c circa b ce bce bc ad press aufl auflage original work published first last updated video data set computer software interview personal communication presented speech film season episode doi url html http https'.split(
    ' ',
  ),
)

/**
 * The stretches of a line whose words are in no field and in no problem, in order. Years, months and
 * connecting words do not count, nor do names that were shortened.
 */
export function leftOver(line: string, reference: ParsedReference, problems: readonly string[]): string[] {
  const known = new Set(words([...fieldTexts(reference), ...problems].join(' ')))
  const stretches: string[] = []
  let current: string[] = []
  for (const word of line.split(/\s+/)) {
    const parts = words(word)
    const isKnown = parts.every((part) => known.has(part) || CONNECTING.has(part) || isSmall(part))
    if (!isKnown) current.push(word)
    else if (parts.length > 0 && current.length > 0) {
      stretches.push(current.join(' '))
      current = []
    }
  }
  if (current.length > 0) stretches.push(current.join(' '))
  return stretches.map((text) => text.replace(/^[\s.,;:([]+|[\s.,;:)\]]+$/g, '')).filter(Boolean)
}

function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []
  )
}

const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)/

function isSmall(word: string): boolean {
  return MONTHS.test(word) || /^(?:st|nd|rd|th|\p{L})$/u.test(word)
}

function fieldTexts(reference: ParsedReference): string[] {
  const {issued, accessed, author, editor, translator, archive, ...plain} = reference
  return [
    ...Object.values(plain).filter((value) => typeof value === 'string'),
    ...[author, editor, translator].flatMap((list) => (list ?? []).map(nameText)),
    [issued?.year, issued?.month, issued?.day, issued?.endYear, issued?.endMonth, issued?.endDay]
      .map((part) => (part ? `${Math.abs(part)} ${String(Math.abs(part)).padStart(2, '0')}` : ''))
      .join(' '),
    issued?.endYear ? String(issued.endYear).slice(2) : '',
    accessed?.replaceAll('-', ' ') ?? '',
    archive?.capturedAt?.replaceAll('-', ' ') ?? '',
    issued?.status === 'inPress' ? 'press forthcoming' : '',
    issued?.status === 'nd' ? 'no date undated' : '',
  ]
}

function nameText({family, given, particles, suffix, literal}: ContributorRecord): string {
  return [family, given, given?.replace(/[^\p{Lu}]/gu, ''), particles, suffix, literal].filter(Boolean).join(' ')
}
