import type {Piece} from './pieces.ts'

/** What waits for readers, over all of them. A piece that many wait for takes up memory once. */
export interface Backlog {
  hold(piece: Piece): void
  release(piece: Piece): void
  bytes(): number
}

export function createBacklog(): Backlog {
  let total = 0
  return {
    hold(piece) {
      if (piece.holders === 0) total += piece.bytes.byteLength
      piece.holders += 1
    },
    release(piece) {
      piece.holders -= 1
      if (piece.holders === 0) total -= piece.bytes.byteLength
    },
    bytes: () => total,
  }
}
