import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'

import {roles, type Identity} from '../identity.ts'
import {hashSecret} from './secrets.ts'

/** How often a use is written down. */
const USE_MS = 60_000

const row = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  kind: z.enum(['user', 'token']),
  signIn: z.string().nullable(),
  lastUsedAt: z.number().nullable(),
})

const IDENTIFY = `
  SELECT users.id, users.name, users.email, users.role, 'user' AS kind,
    sign_ins.id AS signIn, sign_ins.last_used_at AS lastUsedAt
  FROM sessions JOIN sign_ins ON sign_ins.id = sessions.sign_in JOIN users ON users.id = sign_ins.user_id
  WHERE sessions.hash = $hash AND sessions.expires_at > $now AND users.removed_at IS NULL
  UNION ALL
  SELECT id, name, '', role, 'token', NULL, last_used_at FROM tokens WHERE hash = $hash AND removed_at IS NULL`

/**
 * Tells who a cookie or a bearer token speaks for, or null. Asks the file each time, so that a revocation counts at once;
 * writes when it was used last at most once a minute.
 */
export function createIdentify(db: DatabaseSync, clock: () => number): (secret: string) => Identity | null {
  const find = db.prepare(IDENTIFY)
  const useSignIn = db.prepare('UPDATE sign_ins SET last_used_at = ? WHERE id = ?')
  const useAccount = db.prepare('UPDATE users SET last_seen_at = ? WHERE id = ?')
  const useToken = db.prepare('UPDATE tokens SET last_used_at = ? WHERE id = ?')

  function noteUse({id, signIn}: {id: string; signIn: string | null}, now: number): void {
    if (signIn === null) useToken.run(now, id)
    else {
      useSignIn.run(now, signIn)
      useAccount.run(now, id)
    }
  }

  return (secret) => {
    const now = clock()
    const found = find.get({hash: hashSecret(secret), now})
    if (!found) return null
    const {signIn, lastUsedAt, ...identity} = row.parse(found)
    if (lastUsedAt === null || now - lastUsedAt >= USE_MS) quietly(() => noteUse({id: identity.id, signIn}, now))
    return identity
  }
}

/** A full or busy disk must not keep anybody from reading. */
function quietly(write: () => void): void {
  try {
    write()
  } catch (error) {
    console.error(error)
  }
}
