import {roles, type Role} from '../identity.ts'

const descriptions: Record<Role, string> = {
  administrator: 'Edits and publishes everything, and manages accounts.',
  editor: 'Edits and publishes everything.',
  contributor: 'Reads everything, and writes drafts of her own that an editor publishes.',
  viewer: 'Reads everything, drafts too, and changes nothing.',
}

/** A role as the Studio shows it. */
export function roleOf(role: Role) {
  return {name: role, title: role.charAt(0).toUpperCase() + role.slice(1), description: descriptions[role]}
}

export const allRoles = roles.map(roleOf)
