const NAME =
  /^\p{Lu}[\p{L}.’'-]*(?:\s+(?:(?:van|von|de|der|den|di|da|la|le|du|ten|ter|al|el|bin|ibn|y)\s+)*\p{Lu}[\p{L}.’'-]*){1,4}(?:,?\s+(?:Jr|Sr|I{2,3})\.?)?$/u

/**
 * The names in `By Ada Lovelace, Karl Polanyi and Emmy Noether`; `null` when a line is no byline.
 *
 * @param isMarked - whether its style says that it is one, so that “By” may be missing.
 */
export function readByline(line: string, isMarked = false): string[] | null {
  const [, by, rest = ''] = /^((?:written\s+)?by\b:?|words:|text:|authors?:)?\s*(.+)$/i.exec(line.trim()) ?? []
  if (!by && !isMarked) return null
  const names = rest
    .split(/\s*(?:,\s*(?:and|&)\s+|,|;|\s+and\s+|\s+&\s+)\s*/i)
    .map((name) => name.trim())
    .filter(Boolean)
  return names.length > 0 && names.every((name) => NAME.test(name)) ? names : null
}
