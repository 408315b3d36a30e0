const SIGNATURE_BYTES = 8
const NEEDED = new Set(
  'IHDR PLTE IDAT IEND tRNS acTL fcTL fdAT cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs'.split(' '),
)

/**
 * The chunks of a PNG that its picture needs, up to `IEND`: no EXIF, text or time. Null when the file is not whole.
 *
 * @see https://www.w3.org/TR/png-3/#4Concepts.Format
 */
export function stripPng(bytes: Buffer): Buffer[] | null {
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)]
  let at = SIGNATURE_BYTES
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (NEEDED.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return kept
    at = end
  }
  return null
}
