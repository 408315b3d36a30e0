export interface RisLine {
  tag: string
  value: string
}

/** The tags of a record with their values; a line without a tag goes on with the value before it. */
export function risTags(source: string): RisLine[] {
  const tags: RisLine[] = []
  for (const line of source.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const [, tag, value = ''] = /^[\s\ufeff]*([A-Z][A-Z0-9]) {1,3}-(?: (.*)|$)/.exec(line) ?? []
    const last = tags.at(-1)
    if (tag) tags.push({tag, value: value.trim()})
    else if (last && line.trim() !== '') last.value = `${last.value} ${line.trim()}`.trim()
  }
  return tags
}
