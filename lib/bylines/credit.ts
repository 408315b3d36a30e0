import {isWebUrl} from '@/lib/links/isWebUrl'
import {licences} from '@/lib/licences/licences'

export interface Credit {
  creator?: string | null
  outlet?: string | null
  url?: string | null
  licence?: string | null
}

export interface CreditPart {
  text: string
  /** http(s), or null for plain text. */
  href: string | null
}

/**
 * The credit of a figure: “Photo: Name; Outlet”, with the outlet (or, without one, the creator) linked to the source
 * and a public licence last. Empty when nobody is named.
 */
export function creditParts(credit: Credit | null | undefined, label = 'Photo'): CreditPart[] {
  const creator = credit?.creator?.trim() ?? ''
  const outlet = credit?.outlet?.trim() ?? ''
  const url = credit?.url?.trim() ?? ''
  const href = isWebUrl(url) ? url : null
  const names: CreditPart[] = [
    ...(creator ? [{text: creator, href: outlet ? null : href}] : []),
    ...(outlet ? [{text: outlet, href}] : []),
  ]
  const licence = licences.find(({value, url}) => value === credit?.licence && url !== null)
  if (names.length === 0) return []
  const sources = licence ? [...names, {text: licence.title, href: licence.url}] : names
  return [{text: `${label}: `, href: null}, ...separated(sources)]
}

/** The same as plain text. */
export function creditText(credit: Credit | null | undefined, label = 'Photo'): string {
  return creditParts(credit, label)
    .map(({text}) => text)
    .join('')
}

function separated(parts: readonly CreditPart[]): CreditPart[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [{text: '; ', href: null}, part]))
}
