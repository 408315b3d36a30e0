import type {Settings} from '@/sanity/queries/settings'

import {currentness, navigationOf} from './navigationOf'

interface NavigationProps {
  settings: Pick<Settings, 'navigation'>
  /** Path of the page that is shown. */
  current: string
  /** Tells a page's navigations apart. */
  label: string
}

export function Navigation({settings, current, label}: NavigationProps) {
  return (
    <nav className="nav" aria-label={label}>
      {navigationOf(settings).map((item) => (
        <a key={item.href + item.label} href={item.href} aria-current={currentness(item.href, current)}>
          {item.label}
        </a>
      ))}
    </nav>
  )
}
