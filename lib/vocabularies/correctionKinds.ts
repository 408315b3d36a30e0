/** Notices that are printed with an article; readers are told which of them they read. */
export const correctionKinds = [
  {value: 'correction', title: 'Correction: something was wrong'},
  {value: 'clarification', title: 'Clarification: something was unclear'},
  {value: 'update', title: 'Update: something has happened since'},
  {value: 'retraction', title: 'Retraction: the article no longer stands'},
] as const

export type CorrectionKind = (typeof correctionKinds)[number]['value']
