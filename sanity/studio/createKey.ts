/** A key for an array item. `crypto.randomUUID` is missing on plain http, where editors of a small network work. */
export function createKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
