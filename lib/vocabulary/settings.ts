/** The first one is what a publication without a choice of its own gets. */
export const citationStyles = ['apa-numbered', 'apa-author-date', 'vancouver', 'harvard'] as const

export const publicationKinds = ['journal', 'magazine', 'newspaper', 'blog'] as const

export type CitationStyle = (typeof citationStyles)[number]
export type PublicationKind = (typeof publicationKinds)[number]
