import {Refusal} from '../bootstrap/refusal.mjs'

/**
 * A file as text: UTF-8, UTF-16 with its mark or without, or else what Windows and old programs write for Western
 * languages.
 *
 * @returns the text, and whether its encoding was a guess.
 * @throws {Refusal} when it is no text.
 */
export function decodeText(bytes: Buffer, name: string): {text: string; isGuess: boolean} {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff')
    return {text: new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes), isGuess: false}
  if (bytes.includes(0)) {
    const text = withoutMark(bytes)
    if (text === null) throw new Refusal(`${name} is no text. Give a .docx, .md, .html or .txt file.`)
    return {text, isGuess: false}
  }
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), isGuess: false}
  } catch {
    const stated = statedEncoding(bytes)
    return {text: new TextDecoder(stated ?? 'windows-1252').decode(bytes), isGuess: stated === null}
  }
}

/** UTF-16 that does not say so: every other byte of Western words and of line ends is 0. `null` when it is none. */
function withoutMark(bytes: Buffer): string | null {
  const zeros = [0, 1].map((first) => bytes.filter((byte, index) => index % 2 === first && byte === 0).length)
  const [even = 0, odd = 0] = zeros
  if (even > 0 && odd > 0) return null
  try {
    const text = new TextDecoder(odd > 0 ? 'utf-16le' : 'utf-16be', {fatal: true}).decode(bytes)
    return /[^\P{Cc}\s]/u.test(text) ? null : text
  } catch {
    return null
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
