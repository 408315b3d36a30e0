/** What a callout is for. The first is the default. */
export const calloutTones = [
  {value: 'note', title: 'Note'},
  {value: 'important', title: 'Important'},
  {value: 'definition', title: 'Definition'},
] as const

export type CalloutTone = (typeof calloutTones)[number]['value']
