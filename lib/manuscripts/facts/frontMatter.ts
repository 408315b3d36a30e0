/** What a Markdown file says of itself before its text. */
export interface FrontMatter {
  /** By lower-case name; a list where there are several values. */
  fields: ReadonlyMap<string, string[]>
  /** Lines that are neither `name: value` nor an item of a list. */
  unread: string[]
  /** What follows. */
  text: string
}

/**
 * Reads `name: value` lines between two lines of `---` at the beginning. Values may be quoted, and lists are `[a, b]`
 * or lines that begin with `-`. YAML has more, and a manuscript needs no more; what is more is in `unread`.
 */
export function readFrontMatter(source: string): FrontMatter {
  const lines = source.replace(/^\ufeff/, '').split(/\r?\n/)
  const end =
    lines[0]?.trimEnd() === '---' ? lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) : -1
  if (end < 0) return {fields: new Map(), unread: [], text: source.replace(/^\ufeff/, '')}
  const fields = new Map<string, string[]>()
  const unread: string[] = []
  let open: string[] | null = null
  for (const line of lines.slice(1, end)) {
    const item = /^\s*-\s+(.+)$/.exec(line)
    const field = /^([A-Za-z][\w .-]*?)\s*:(?:\s+(.*))?$/.exec(line)
    if (line.trim() === '' || /^\s*#/.test(line)) continue
    if (item && open) open.push(...unquote(item[1] ?? ''))
    else if (field) {
      open = valuesOf(field[2] ?? '')
      fields.set((field[1] ?? '').toLowerCase(), open)
    } else unread.push(line.trim())
  }
  return {fields, unread, text: lines.slice(end + 1).join('\n')}
}

function valuesOf(written: string): string[] {
  const value = written.trim()
  if (!/^\[.*\]$/.test(value)) return unquote(value)
  const parts = value.slice(1, -1).matchAll(/\s*("[^"]*"|'[^']*'|[^,]+)/g)
  return [...parts].flatMap(([, part = '']) => unquote(part))
}

function unquote(written: string): string[] {
  const value = written.trim()
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*$/.exec(value) ?? []
  const text = double?.replace(/\\(["\\])/g, '$1') ?? single?.replaceAll("''", "'") ?? value.replace(/\s+#.*$/, '')
  return text === '' ? [] : [text]
}
