/** What a person did for an article, in the order an editor is offered it. */
export const contributorRoles = ['author', 'translator', 'photographer', 'illustrator', 'interviewer'] as const

export const licences = [
  'all-rights-reserved',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-ND-4.0',
  'CC0-1.0',
] as const

export const correctionKinds = ['correction', 'clarification', 'update', 'retraction'] as const

/** On what ground a figure of somebody else is shown. */
export const reuseGrounds = ['permission', 'fair-dealing', 'public-domain', 'licensed'] as const

export const calloutTones = ['note', 'important', 'definition'] as const

export type ContributorRole = (typeof contributorRoles)[number]
export type Licence = (typeof licences)[number]
export type CorrectionKind = (typeof correctionKinds)[number]
export type ReuseGround = (typeof reuseGrounds)[number]
export type CalloutTone = (typeof calloutTones)[number]
