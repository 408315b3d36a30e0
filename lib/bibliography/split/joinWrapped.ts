export interface JoinedLines {
  text: string
  problems: string[]
}

/** Lines as one, blanks collapsed; an address or a word that was broken at a line's end is put together and reported. */
export function joinWrapped(lines: readonly string[]): JoinedLines {
  const problems: string[] = []
  let text = ''
  for (const line of lines.map(collapse)) {
    const first = /^\S+/.exec(line)?.[0] ?? ''
    const last = /\S+$/.exec(text.slice(-600))?.[0] ?? ''
    if (isBrokenAddress(last, first) || (line === first && isBrokenDoi(last, first))) {
      problems.push(`The address was broken over two lines: ${last}${first}`)
      text += line
    } else if (/\p{Ll}{2}[-‐\u00ad]$/u.test(text.slice(-4)) && /^\p{Ll}{2}/u.test(line)) {
      const word = text.slice(-60, -1).match(/[\p{L}'’-]+$/u)?.[0] ?? ''
      problems.push(`A word was broken at the end of a line: “${word}${/^[\p{L}'’-]+/u.exec(line)?.[0] ?? ''}”.`)
      text = text.slice(0, -1) + line
    } else text += (text && line ? ' ' : '') + line
  }
  return {text, problems}
}

function collapse(line: string): string {
  return line.replace(/[\s\u00a0\ufeff\u200b]+/g, ' ').trim()
}

/** A full stop ends an entry as well: what follows a DOI must be a line of its own, and nothing but digits, stops and strokes. */
function isBrokenDoi(last: string, first: string): boolean {
  return /\b10\.\d{4,9}\/\S*\.$/.test(last) && /^[a-z]?[\d./()-]*\d[\d./()-]*$/i.test(first)
}

function isBrokenAddress(last: string, first: string): boolean {
  if (!/^[<(]?(?:https?:\/\/|www\.|doi:|10\.\d{4})/i.test(last) || first === '') return false
  if (/^(?:https?:|doi:|10\.|\[|\()/i.test(first)) return false
  if (/[/_=?&%-]$/.test(last)) return true
  return !/[.,;]$/.test(last) && /^[\w./?=&%#~+-]*[/=?&%#_][\w./?=&%#~+-]*$/.test(first)
}
