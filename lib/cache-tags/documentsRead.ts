const ASSET_ID = /^(?:image|file)-/

/**
 * The ids of all documents in a query's result, read or only pointed at, sorted.
 * One that is pointed at but missing counts: the page changes when it is published. Assets never change, and are left out.
 */
export function documentsRead(result: unknown): string[] {
  const ids = new Set<string>()
  collect(result, ids)
  return [...ids].sort()
}

function collect(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const isId = (key === '_id' || key === '_ref') && typeof member === 'string' && !ASSET_ID.test(member)
    if (isId) ids.add(member)
    else collect(member, ids)
  }
}
