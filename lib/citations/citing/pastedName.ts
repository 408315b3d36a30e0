export interface PastedName {
  /** `Smith`, or the first words of the line in quotation marks. */
  author: string
  /** `2019`, `2019a`, `n.d.`; empty when the line tells none. */
  year: string
}

const LONGEST_NAME = 60
const WORDS = 5

/** How to name a work of which only the pasted line of a bibliography is known: `Smith` and `2019`, never an empty author. */
export function pastedName(verbatim: string): PastedName {
  const line = verbatim.replace(/\s+/g, ' ').trim()
  const [, lead = '', year = ''] = /^(.{2,200}?)[\s.,]*\((\d{4}[a-z]?|n\.d\.|in press)[^)]*\)/.exec(line) ?? []
  const [name = ''] = /^[^,(]+/.exec(lead) ?? []
  const author = name.replace(/[\s.]+$/, '')
  if (author && author.length <= LONGEST_NAME) return {author, year}
  return {author: `“${firstWords(line)}”`, year}
}

function firstWords(line: string): string {
  const words = line.split(' ')
  return words.length > WORDS ? `${words.slice(0, WORDS).join(' ')} …` : line || 'Untitled'
}
