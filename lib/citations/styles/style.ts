import type {CslItem} from '@/lib/citations/csl/csl'

import type {StyleKind} from './citationStyles'

export interface Style {
  /** What `settings.citationStyle` stores. */
  id: string
  title: string
  kind: StyleKind
  /** The whole CSL with its faults mended: citations, sorting and all. */
  xml: string
  /** Wants directors, hosts, and numbers of articles in the variables where APA looks for them, and others do not. */
  isApa: boolean
  /** The English that the style is written in, where settings ask for English without naming a country. */
  english?: 'en-GB' | 'en-US'
  /** For styles of our own: moves fields to where they look for them, and nothing else does. */
  fit?: (item: CslItem) => CslItem
}
