/**
 * The offset just after the bracket that closes the one at `start`, or -1 when none does.
 * Brackets inside strings do not count.
 */
export function jsonEnd(text: string, start: number): number {
  let depth = 0
  for (let index = start; index < text.length; index++) {
    const character = text[index]
    if (character === '"') index = stringEnd(text, index)
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    if (depth === 0) return index + 1
  }
  return -1
}

/** The offset of the closing quotation mark; strings in JSON end with their line. */
function stringEnd(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const character = text[index]
    if (character === '\\') index++
    else if (character === '"') return index
    else if (character === '\n') return index
  }
  return text.length
}

/** Whether JSON of records seems to start here; `[1] Smith` does not. */
export function startsJson(line: string, next: string): boolean {
  return /^\s*(?:\[\s*\{|\{\s*"|\{\s*\})/.test(line) || (/^\s*[[{]\s*$/.test(line) && /^\s*["{[\]}]/.test(next))
}
