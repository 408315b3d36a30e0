const MAX_LENGTH = 32 * 1024

/** A stretch of an event stream, shared by all readers that are sent it. */
export interface Piece {
  bytes: Uint8Array
  /** How many readers have yet to take it. */
  holders: number
  /** As the JSON string it is in a frame of the socket; made when first needed. */
  literal?: string
  /** As whole frames, by the id of the stream that they belong to. */
  frames?: Map<string, Buffer>
}

/** Cuts text into pieces of at most 32 Ki characters, never within one. */
export function toPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  for (let start = 0; start < text.length;) {
    const end = start + MAX_LENGTH
    const cut = isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end
    pieces.push({bytes: encoder.encode(text.slice(start, cut)), holders: 0})
    start = cut
  }
  return pieces
}

export function literalOf(piece: Piece): string {
  piece.literal ??= JSON.stringify(decoder.decode(piece.bytes))
  return piece.literal
}

const encoder = new TextEncoder()
// A byte order mark at a cut is part of the text.
const decoder = new TextDecoder('utf-8', {ignoreBOM: true})

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
