const NEEDED = new Set(['ftyp', 'meta', 'moov', 'mdat', 'moof', 'sidx'])

/**
 * An AVIF up to its last box that belongs to the picture. Boxes before it stay, because others point into the file by
 * offset; EXIF lies inside of them, so a picture that has any must be encoded anew. Null when the file is not whole.
 *
 * @see ISO/IEC 14496-12, 4.2
 */
export function truncateAvif(bytes: Buffer): Buffer[] | null {
  let end = 0
  let at = 0
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at)
    if (short === 1 && at + 16 > bytes.length) break
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short
    if (size < 8 || at + size > bytes.length) break
    if (!/^[a-z0-9]{4}$/i.test(bytes.toString('latin1', at + 4, at + 8))) break
    at += size
    if (NEEDED.has(bytes.toString('latin1', at - size + 4, at - size + 8))) end = at
  }
  return end > 0 ? [bytes.subarray(0, end)] : null
}
