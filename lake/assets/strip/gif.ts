const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b]
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff]

/**
 * The blocks of a GIF that its frames need, up to the trailer: no comments, no XMP. Null when the file is not whole.
 *
 * @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
export function stripGif(bytes: Buffer): Buffer[] | null {
  let at = 13 + colourTableBytes(bytes[10])
  const kept = [bytes.subarray(0, at)]
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === TRAILER) return [...kept, bytes.subarray(at, at + 1)]
    if (kind !== IMAGE && kind !== EXTENSION) return null
    const end = endOfBlocks(bytes, kind === IMAGE ? at + 11 + colourTableBytes(bytes[at + 9]) : at + 2)
    if (end === null) return null
    if (kind === IMAGE || isNeeded(bytes, at)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

function colourTableBytes(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function isNeeded(bytes: Buffer, at: number): boolean {
  if (bytes[at + 1] === GRAPHIC_CONTROL) return true
  return (
    bytes[at + 1] === APPLICATION && ['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(bytes.toString('latin1', at + 3, at + 14))
  )
}

function endOfBlocks(bytes: Buffer, start: number): number | null {
  let at = start
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    at += 1 + length
    if (length === 0) return at
  }
  return null
}
