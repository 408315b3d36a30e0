const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda]
const HUFFMAN_TO_RESTART = {first: 0xc0, last: 0xcf}
const TABLES = {first: 0xdb, last: 0xdf}

/**
 * The parts of a JPEG that its picture needs, up to its end: frame, tables, scans, JFIF, Adobe's colour transform and
 * the ICC profile. No EXIF, XMP, IPTC or comment. Null when the file is not whole.
 *
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf (annex B)
 */
export function stripJpeg(bytes: Buffer): Buffer[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) break
    const dataEnd = marker === SOS ? endOfScan(bytes, end) : end
    if (isNeeded(marker, bytes.toString('latin1', at + 4, Math.min(end, at + 16))))
      kept.push(bytes.subarray(at, dataEnd))
    at = dataEnd
    if (bytes[at] === 0xff && bytes[at + 1] === EOI) return [...kept, bytes.subarray(at, at + 2)]
  }
  return null
}

function isNeeded(marker: number, identifier: string): boolean {
  if (marker === 0xe0) return identifier.startsWith('JFIF\0')
  if (marker === 0xe2) return identifier.startsWith('ICC_PROFILE\0')
  if (marker === 0xee) return identifier.startsWith('Adobe')
  return marker === SOS || isWithin(HUFFMAN_TO_RESTART, marker) || isWithin(TABLES, marker)
}

function isWithin({first, last}: {first: number; last: number}, marker: number): boolean {
  return marker >= first && marker <= last
}

/** Where the entropy-coded data ends: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(0xff, start)
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return bytes.length
}
