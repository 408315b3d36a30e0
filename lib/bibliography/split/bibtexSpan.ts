const START = /^\s*@\s*[a-z]+\s*[{(]/i

export function startsBibtex(line: string): boolean {
  return START.test(line)
}

/** A line as it may stand inside an entry whose braces do not match. */
export function isBibtexField(line: string): boolean {
  return /^\s*(?:[a-z][\w+:-]*\s*=|[})])/i.test(line)
}

/**
 * The offset just after the entry whose `@` is at `start`, or -1 when it is not closed before `limit`.
 * A brace after a backslash does not count.
 */
export function bibtexEnd(text: string, start: number, limit: number): number {
  let depth = 0
  let isRound = false
  for (let index = start; index < limit; index++) {
    const character = text[index]
    if (character === '\\') index++
    else if (character === '{') depth++
    else if (character === '(' && depth === 0) {
      isRound = true
      depth++
    } else if (character === '}' || (character === ')' && isRound && depth === 1)) {
      depth--
      if (depth <= 0) return index + 1
    }
  }
  return -1
}
