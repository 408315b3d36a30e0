const MAX_BLOCK_BYTES = 1e6
const MAX_TAGS = 500
const MAX_VALUES = 100_000
const ENTRY_BYTES = 12
const LONG = 4
/** Pointers to further directories: Exif, GPS, Interoperability. */
const POINTER_TAGS = new Set([0x8769, 0x8825, 0xa005])
/** ASCII and opaque values become one string or buffer, however long they are. */
const SINGLE_TYPES = new Set([2, 7])

/** Whether reading an EXIF block takes little: no directory of thousands of tags, each a list of thousands of values. */
export function isBoundedExif(block: Buffer): boolean {
  if (block.length > MAX_BLOCK_BYTES) return false
  const tiff = block.subarray(block.toString('latin1', 0, 4) === 'Exif' ? 6 : 0)
  const isBigEndian = tiff.toString('latin1', 0, 2) === 'MM'
  const read16 = (at: number) => (isBigEndian ? tiff.readUInt16BE(at) : tiff.readUInt16LE(at))
  const read32 = (at: number) => (isBigEndian ? tiff.readUInt32BE(at) : tiff.readUInt32LE(at))

  let tags = 0
  let values = 0
  const seen = new Set<number>()
  const directories = tiff.length >= 8 ? [read32(4)] : []
  for (let start = directories.shift(); start !== undefined; start = directories.shift()) {
    if (start === 0 || seen.has(start) || start + 2 > tiff.length) continue
    seen.add(start)
    const count = read16(start)
    tags += count
    if (tags > MAX_TAGS) return false
    for (let at = start + 2; at < start + 2 + count * ENTRY_BYTES; at += ENTRY_BYTES) {
      if (at + ENTRY_BYTES > tiff.length) break
      if (POINTER_TAGS.has(read16(at))) {
        if (read16(at + 2) !== LONG || read32(at + 4) !== 1) return false
        directories.push(read32(at + 8))
      }
      values += SINGLE_TYPES.has(read16(at + 2)) ? 1 : Math.min(read32(at + 4), tiff.length)
    }
    if (values > MAX_VALUES) return false
    const next = start + 2 + count * ENTRY_BYTES
    if (next + 4 <= tiff.length) directories.push(read32(next))
  }
  return true
}
