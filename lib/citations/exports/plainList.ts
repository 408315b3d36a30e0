interface PlainEntry {
  /** Left out where the style has no numbers. */
  number?: number | null
  text: string
}

/** Formatted entries as plain text, one a line, with their numbers where they have them. */
export function toPlainList(entries: readonly PlainEntry[]): string {
  return entries.map(({number, text}) => `${number ? `${number}. ` : ''}${text}\n`).join('')
}
