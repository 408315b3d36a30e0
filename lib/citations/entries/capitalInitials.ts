import type {CslItem, CslName} from '@/lib/citations/csl/csl'

/** Who may stand in an entry. */
const ROLES = ['author', 'director', 'host', 'editor', 'translator'] as const

/** Whether given names are printed as initials. */
const INITIALS = /\sinitialize-with=["']/

/**
 * Of given names in small letters (bell hooks) the engine makes no initials: it takes them for particles. A style that
 * prints initials gets them with a capital.
 */
export function withCapitalInitials(item: CslItem, xml: string): CslItem {
  const isAnySmall = ROLES.some((role) => item[role]?.some(isSmall))
  if (!isAnySmall || !INITIALS.test(xml)) return item
  const roles = ROLES.flatMap((role) => (item[role] ? [[role, item[role].map(capitalised)] as const] : []))
  return {...item, ...Object.fromEntries(roles)}
}

function isSmall({given = ''}: CslName): boolean {
  return /^\p{Ll}/u.test(given) && !/\p{Lu}/u.test(given)
}

function capitalised(name: CslName): CslName {
  return isSmall(name)
    ? {...name, given: name.given?.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())}
    : name
}
