import {reaches} from '../identity.ts'
import type {RouteHandler} from './route.ts'

/**
 * `GET /health` → `{"ok": true}` while the lake takes reads and writes, with numbers for an administrator; else 503 with the
 * `reason`.
 */
export const health: RouteHandler = async ({identity, lake}) => {
  const reason = await lake.health.problem()
  const details = identity && reaches(identity.role, 'administrator') ? await lake.health.details() : {}
  if (reason === null) return Response.json({ok: true, ...details})
  return Response.json({ok: false, reason, ...details}, {status: 503})
}
