/** Why an image may be printed. Internal: readers see the credit, not the ground. */
export const reuseGrounds = [
  {value: 'own', title: 'Our own work'},
  {value: 'permission', title: 'Permission given'},
  {value: 'licensed', title: 'Openly licensed'},
  {value: 'public-domain', title: 'Public domain'},
  {value: 'fair-dealing', title: 'Fair dealing or quotation right'},
] as const

export type ReuseGround = (typeof reuseGrounds)[number]['value']
