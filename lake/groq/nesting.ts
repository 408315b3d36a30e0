const TOKENS = /"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?|\/\/[^\n]*|[([{]|[)\]}]/g

/** How many brackets of the text are open at once, at most. Those in strings and comments do not count. */
export function nesting(query: string): number {
  let [open, deepest] = [0, 0]
  for (const [token] of query.matchAll(TOKENS)) {
    if (/^[([{]/.test(token)) deepest = Math.max(deepest, (open += 1))
    else if (/^[)\]}]/.test(token)) open -= 1
  }
  return deepest
}
