const TOKENS =
  /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gis

/**
 * Why a text is not one well-formed XML element, as the end of a sentence with its line; null when it is.
 *
 * No document type is allowed: it could define entities that grow without end.
 */
export function notWellFormed(xml: string): string | null {
  const open: string[] = []
  let roots = 0
  for (const match of xml.matchAll(TOKENS)) {
    const [token, closing, name, , empty] = match
    const at = `on line ${xml.slice(0, match.index).split('\n').length}`
    if (token === '<') return `there is a stray “<” ${at}`
    if (token === '&') return `there is a stray “&” ${at}`
    if (name === undefined) continue
    if (closing) {
      const expected = open.pop()
      if (expected === name) continue
      if (open.includes(name)) return `<${expected}> is not closed before </${name}> ${at}`
      return `</${name}> closes what was not opened ${at}`
    }
    if (open.length === 0) roots += 1
    if (!empty) open.push(name)
  }
  const [last] = open.toReversed()
  if (last !== undefined) return `<${last}> is not closed`
  return roots === 1 ? null : 'it does not hold one element'
}
