const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** The number or the word of an edition: `2nd ed.` is `2`, `Rev. ed.` is `Revised`, `Summer 2019 ed.` is `Summer 2019`; else null. */
export function readEdition(text: string): string | null {
  const [, words = ''] = /^(.{1,40}?)(?: |(?<=[.\d]))(?:ed|edn|edition|aufl|auflage|éd)\.?$/i.exec(text.trim()) ?? []
  if (!words || /[()]/.test(words)) return null
  const [, digits] = /^(\d+)(?:st|nd|rd|th|\.|e|ème|ª)?$/i.exec(words) ?? []
  if (digits) return digits
  const ordinal = ORDINALS.indexOf(words.toLowerCase())
  if (ordinal >= 0) return String(ordinal + 1)
  if (/^rev(?:ised|\.)?$/i.test(words)) return 'Revised'
  return /^[\p{Lu}\d]/u.test(words) && words.split(' ').length <= 4 ? words : null
}
