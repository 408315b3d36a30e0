/** A month's name, English or in the commoner languages of reference lists, abbreviated or not. */
export const MONTH = String.raw`([A-Za-zÀ-ÿ]{3,12}\.?)`

export const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|\.)?`

const NAMES = [
  ['january', 'januar', 'jänner', 'janvier', 'enero', 'gennaio', 'januari', 'janeiro'],
  ['february', 'februar', 'feber', 'février', 'febrero', 'febbraio', 'februari', 'fevereiro'],
  ['march', 'märz', 'mars', 'marzo', 'maart', 'março'],
  ['april', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mei', 'maio'],
  ['june', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  ['august', 'août', 'agosto', 'augustus'],
  ['september', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dezember', 'décembre', 'diciembre', 'dicembre', 'dezembro'],
]

/** 1–12 for a month's name or an abbreviation of at least three letters, else undefined. */
export function monthNumber(name: string | undefined): number | undefined {
  const word = name?.toLowerCase().replace(/\.$/, '')
  if (!word || word.length < 3) return undefined
  const index = NAMES.findIndex((names) =>
    names.some((full) => full === word || (full.startsWith(word) && isShort(word))),
  )
  return index < 0 ? undefined : index + 1
}

function isShort(word: string): boolean {
  return word.length <= 4
}
