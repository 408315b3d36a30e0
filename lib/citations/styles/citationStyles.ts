/** How citations call out: by a number, or by author and year. Styles of notes count as numeric. */
export type StyleKind = 'numeric' | 'author-date'

/** How an article's citations and reference list are set, without what an operator adds. The first is the default. */
export const citationStyles = [
  {value: 'apa-numbered', title: 'Numbered notes, APA entries: [1]', kind: 'numeric'},
  {value: 'apa-author-date', title: 'APA, author and date: (Polanyi, 1944)', kind: 'author-date'},
  {value: 'vancouver', title: 'Vancouver, numbered: (1)', kind: 'numeric'},
  {value: 'harvard', title: 'Harvard, author and date: (Polanyi 1944)', kind: 'author-date'},
] as const

/** A style that Octavo brings along. What `settings` stores is a string: it may also name an operator's file. */
export type BuiltInStyle = (typeof citationStyles)[number]['value']

export const DEFAULT_STYLE: BuiltInStyle = citationStyles[0].value
