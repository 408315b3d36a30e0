export const dynamic = 'force-dynamic'

/** Whether the site answers; says nothing of the content store. */
export function GET() {
  return Response.json({ok: true}, {headers: {'cache-control': 'no-store'}})
}
