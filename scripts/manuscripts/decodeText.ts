import {Refusal} from '../bootstrap/refusal.mjs'

/**
 * A file as text: UTF-8, UTF-16 with its mark, or else what Windows and old programs write for Western languages.
 *
 * @returns the text, and whether its encoding was a guess.
 * @throws {Refusal} when it is no text.
 */
export function decodeText(bytes: Buffer, name: string): {text: string; isGuess: boolean} {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff')
    return {text: new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes), isGuess: false}
  if (bytes.includes(0)) throw new Refusal(`${name} is no text. Give a .docx, .md, .html or .txt file.`)
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), isGuess: false}
  } catch {
    const stated = statedEncoding(bytes)
    return {text: new TextDecoder(stated ?? 'windows-1252').decode(bytes), isGuess: stated === null}
  }
}

/** What a page says of itself in its first kilobyte, if it is an encoding there is. */
function statedEncoding(bytes: Buffer): string | null {
  const [, name] = /charset\s*=\s*["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 1024)) ?? []
  try {
    return name ? new TextDecoder(name).encoding : null
  } catch {
    return null
  }
}
