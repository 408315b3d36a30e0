/** Laws, cases and programs have names, which keep their capitals. */
const NAMED = new Set(['legal_case', 'legislation', 'software', 'broadcast', 'motion_picture'])

/** So many long words in capitals are no accident. */
const CLEARLY = 4
const LONG_WORD = 4

/** In what capitals a title is, when they are clearly not those of a sentence. */
export function oddCapitals({
  title,
  type,
  language,
}: {
  title: string
  type: string
  language: string
}): 'all' | 'every-word' | null {
  const words = title.match(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu) ?? []
  const letters = words.join('')
  if (words.length > 1 && letters.length > 8 && isUpperCase(letters)) return 'all'
  if (NAMED.has(type) || (language !== '' && !/^en\b/i.test(language))) return null
  const long = words.slice(1).filter((word) => word.length >= LONG_WORD)
  return long.length >= CLEARLY && long.every((word) => /^\p{Lu}/u.test(word)) ? 'every-word' : null
}

/**
 * A title in sentence case, as a first try: the first word of the title and of its subtitle begin with a capital, and
 * words that are no mere words (`NATO`, `mRNA`, `3D`) stay. Names are lost.
 */
export function sentenceCase(title: string): string {
  const keepsAcronyms = !isUpperCase(title.replace(/[^\p{L}]/gu, ''))
  let begins = true
  return title.replace(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*|[:?!]\s|./gsu, (part) => {
    if (!/^[\p{L}\p{N}]/u.test(part)) {
      begins ||= /^[:?!]\s/.test(part)
      return part
    }
    const isAcronym = keepsAcronyms && /^.+[\p{Lu}\p{N}]/u.test(part) && !/-\p{Lu}\p{Ll}/u.test(part)
    const lower = part === 'I' ? part : part.toLowerCase()
    const cased = isAcronym ? part : begins ? capitalised(lower) : lower
    begins = false
    return cased
  })
}

/** A name in capitals, set with small letters after the first of each part: `POLANYI-LEVITT` → `Polanyi-Levitt`. */
export function nameCase(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** Whether a text has letters that could be small, and none that are. */
export function isUpperCase(letters: string): boolean {
  return letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

function capitalised(word: string): string {
  return word.replace(/^./u, (first) => first.toUpperCase())
}
