import type {Reading} from '../parsedEntry'

/** What one citation in APA or a similar style says, or null when nothing in it was understood. */
export function parseLine(_text: string): Reading | null {
  return null
}
