/** What a contributor did for an article. The first is the default. */
export const contributionRoles = [
  {value: 'author', title: 'Author'},
  {value: 'translator', title: 'Translator'},
  {value: 'photographer', title: 'Photographer'},
  {value: 'illustrator', title: 'Illustrator'},
  {value: 'interviewer', title: 'Interviewer'},
] as const

export type ContributionRole = (typeof contributionRoles)[number]['value']
