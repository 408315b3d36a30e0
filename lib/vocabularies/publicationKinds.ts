/** What the publication is to reference managers and search engines. */
export const publicationKinds = [
  {value: 'journal', title: 'Journal'},
  {value: 'magazine', title: 'Magazine'},
  {value: 'newspaper', title: 'Newspaper'},
  {value: 'blog', title: 'Blog'},
] as const

export type PublicationKind = (typeof publicationKinds)[number]['value']
