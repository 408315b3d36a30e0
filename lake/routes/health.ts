import type {RouteHandler} from '../server.ts'

/** `GET /health` → `{"ok": true}` once the store is open. */
export const health: RouteHandler = () => Response.json({ok: true})
