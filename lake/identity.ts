/** From the most to the least. */
export const roles = ['administrator', 'editor', 'contributor', 'viewer'] as const
export type Role = (typeof roles)[number]

/** Whether a role may do what `needed` may. */
export function reaches(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed)
}

/** Who asks. `null` in its place means anonymous: published documents only. */
export interface Identity {
  id: string
  name: string
  email: string
  role: Role
  kind: 'user' | 'token'
}

/** Knows who a request comes from, by its cookie or its bearer token; null when it is nobody. */
export type Identify = (request: Request) => Identity | null | Promise<Identity | null>
