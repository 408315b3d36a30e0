/** What is known of an address, in the words that editors read. */
export const linkStates = [
  {value: 'dead', title: 'Dead'},
  {value: 'failing', title: 'Failing'},
  {value: 'blocked', title: 'Does not let us look'},
  {value: 'moved', title: 'Moved'},
  {value: 'ok', title: 'Answers'},
  {value: 'unchecked', title: 'Not looked at yet'},
] as const

export type LinkState = (typeof linkStates)[number]['value']
