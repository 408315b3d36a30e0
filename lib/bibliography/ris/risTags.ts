export interface RisLine {
  tag: string
  value: string
}

/** The tags of a record with their values; a line without a tag goes on with the value before it. */
export function risTags(source: string): RisLine[] {
  const tags: RisLine[] = []
  for (const line of source.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const [, tag, value = ''] =
      /^[\s\ufeff]*([A-Z][A-Z0-9])(?:[ \u00a0\t]{1,3}-(?=[ \u00a0\t]|$)|[ \u00a0]{2}-)(.*)$/.exec(line) ?? []
    const last = tags.at(-1)
    if (tag) tags.push({tag, value: value.replace(/[\s\u00a0]+/g, ' ').trim()})
    else if (last && line.trim() !== '') last.value = `${last.value} ${line.trim()}`.trim()
  }
  return tags
}
