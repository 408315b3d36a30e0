/** An SVG without comments and `<metadata>`, where drawing programs keep XMP. */
export function stripSvg(bytes: Buffer): Buffer[] {
  return [Buffer.from(withoutMetadata(withoutComments(bytes.toString('utf8'))))]
}

// Scans instead of one pattern for both: a pattern takes quadratic time over openings that nothing closes.
function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', at)) {
    kept += text.slice(at, start)
    const end = text.indexOf('-->', start + 4)
    if (end === -1) return kept
    at = end + 3
  }
  return kept + text.slice(at)
}

function withoutMetadata(text: string): string {
  const opening = /<((?:[\w-]{1,20}:)?metadata)[\s/>]/g
  let kept = ''
  let at = 0
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    kept += text.slice(at, found.index)
    const end = endOfElement(text, found.index, found[1] ?? '')
    if (end === null) return kept
    at = end
    opening.lastIndex = at
  }
  return kept + text.slice(at)
}

function endOfElement(text: string, start: number, name: string): number | null {
  const tagEnd = text.indexOf('>', start)
  if (tagEnd === -1) return null
  if (text[tagEnd - 1] === '/') return tagEnd + 1
  const closing = text.indexOf(`</${name}`, tagEnd)
  const end = closing === -1 ? -1 : text.indexOf('>', closing)
  return end === -1 ? null : end + 1
}
