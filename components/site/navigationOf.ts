import type {Settings} from '@/sanity/queries/settings'

interface NavigationItem {
  label: string
  href: string
}

const DEFAULT_NAVIGATION: readonly NavigationItem[] = [
  {label: 'Topics', href: '/topics'},
  {label: 'Authors', href: '/authors'},
  {label: 'Archive', href: '/archive'},
  {label: 'References', href: '/references'},
]

/** The editors' navigation, or the site's own sections while they have made none. */
export function navigationOf({navigation}: Pick<Settings, 'navigation'>): readonly NavigationItem[] {
  return navigation.length > 0 ? navigation : DEFAULT_NAVIGATION
}

/** `page` for the link to this very page, `true` for the section that it lies in. */
export function currentness(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page'
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined
}
