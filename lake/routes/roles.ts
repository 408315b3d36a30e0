import type {Role} from '../lake.ts'

const descriptions: Record<Role, string> = {
  administrator: 'Edits everything, and manages datasets.',
  editor: 'Edits and publishes everything.',
  viewer: 'Reads everything, drafts too, and changes nothing.',
}

/** A role as the Studio shows it. */
export function roleOf(role: Role) {
  return {name: role, title: role.charAt(0).toUpperCase() + role.slice(1), description: descriptions[role]}
}

export const allRoles = [roleOf('administrator'), roleOf('editor'), roleOf('viewer')]
