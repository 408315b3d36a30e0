const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

/** Text that was copied out of markup, without its entities. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:(\w{2,6})|#(\d{2,5}));/g, (whole, name: string | undefined, code: string | undefined) =>
    code ? String.fromCodePoint(Number(code)) : (ENTITIES[name ?? ''] ?? whole),
  )
}
