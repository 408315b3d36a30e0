export const roleNames = ['administrator', 'editor', 'contributor', 'viewer'] as const

export type RoleName = (typeof roleNames)[number]

/** What each role is called and may do, from the most to the least. */
export const roles: readonly {name: RoleName; title: string; description: string}[] = [
  {name: 'administrator', title: 'Administrator', description: 'Everything, and these accounts.'},
  {name: 'editor', title: 'Editor', description: 'Writes and publishes everything.'},
  {name: 'contributor', title: 'Contributor', description: 'Writes drafts of her own; an editor publishes them.'},
  {name: 'viewer', title: 'Viewer', description: 'Reads drafts, and changes nothing.'},
]

/** The role with this name. @throws for any other name: a form offers these only. */
export function parseRole(name: string): RoleName {
  const known = roleNames.find((candidate) => candidate === name)
  if (known) return known
  throw new Error(`"${name}" is not a role: choose ${roleNames.join(', ')}`)
}

export function titleOf(name: RoleName): string {
  return roles.find((role) => role.name === name)?.title ?? name
}
