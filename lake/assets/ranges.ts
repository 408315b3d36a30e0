export interface ByteRange {
  start: number
  /** Inclusive. */
  end: number
}

/**
 * The one range of bytes that a GET asks for; null for the whole. Several ranges, and a range of another version, get
 * the whole file.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export function readRange(
  {method, headers}: {method: string; headers: Headers},
  {size, etag}: {size: number; etag: string},
): ByteRange | null | 'unsatisfiable' {
  const [, from = '', to = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(headers.get('range') ?? '') ?? []
  const condition = headers.get('if-range')
  if (method !== 'GET' || (!from && !to) || (condition !== null && condition !== etag)) return null
  if (from && to && Number(from) > Number(to)) return null
  const start = from ? Number(from) : Math.max(0, size - Number(to))
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  return start > end ? 'unsatisfiable' : {start, end}
}

/** Whether the requester has this version. A cache in front may have weakened the tag, which compares as equal. */
export function isCurrent(headers: Headers, etag: string): boolean {
  const known = headers.get('if-none-match')
  if (known === null) return false
  return known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
