/** How an article's citations and reference list are set. The first is the default. */
export const citationStyles = [
  {value: 'apa-numbered', title: 'Numbered notes, APA entries: [1]'},
  {value: 'apa-author-date', title: 'APA, author and date: (Polanyi, 1944)'},
  {value: 'vancouver', title: 'Vancouver, numbered: (1)'},
  {value: 'harvard', title: 'Harvard, author and date: (Polanyi 1944)'},
] as const

export type CitationStyle = (typeof citationStyles)[number]['value']
