const NEEDED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const HAS_EXIF_OR_XMP = 0x0c

/**
 * The chunks of a WebP that its picture needs: no EXIF, no XMP, nothing after the end. Null when the file is not whole.
 *
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export function stripWebp(bytes: Buffer): Buffer[] | null {
  if (bytes.length < 20) return null
  const fileEnd = 8 + bytes.readUInt32LE(4)
  if (fileEnd > bytes.length) return null
  const chunks: Buffer[] = []
  let at = 12
  while (at + 8 <= fileEnd) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > fileEnd) return null
    const type = bytes.toString('latin1', at, at + 4)
    if (NEEDED.has(type)) chunks.push(type === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end))
    at = end
  }
  const header = Buffer.from(bytes.subarray(0, 12))
  header.writeUInt32LE(4 + chunks.reduce((sum, {length}) => sum + length, 0), 4)
  return [header, ...chunks]
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk)
  copy[8] = (copy[8] ?? 0) & ~HAS_EXIF_OR_XMP
  return copy
}
