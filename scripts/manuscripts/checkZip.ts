import {inflateRawSync} from 'node:zlib'

import {Refusal} from '../bootstrap/refusal.mjs'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const MAX_ENTRIES = 10_000
const MAX_BYTES = 300e6

/**
 * The files in a zip by their names. Each was unpacked once to see that all of them fit into 300 MB: what a zip says of
 * their sizes may be wrong.
 *
 * @throws {Refusal} when it is no zip, is encrypted, damaged or far too large.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3)
 */
export function checkZip(zip: Buffer, name: string): Map<string, () => Buffer> {
  try {
    return entriesOf(zip, name)
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    if (cause instanceof RangeError && /larger than/i.test(cause.message)) throw tooLarge(name, cause)
    throw new Refusal(`${name} is damaged: it cannot be unpacked. Open it in Word and save it anew.`, {cause})
  }
}

function entriesOf(zip: Buffer, name: string): Map<string, () => Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('no directory')
  // Readers that make up for something in front of a zip would read another directory than this one.
  if (zip.readUInt32LE(end + 12) + zip.readUInt32LE(end + 16) !== end)
    throw new Error('no directory where it should be')
  const count = zip.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw tooLarge(name)
  const files = new Map<string, () => Buffer>()
  let left = MAX_BYTES
  for (let at = zip.readUInt32LE(end + 16), index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('no entry')
    if (zip.readUInt16LE(at + 8) & 1)
      throw new Refusal(`${name} is encrypted. Save it without a password, then import it again.`)
    const entry = at
    left -= unpacked(zip, {at: entry, maxOutputLength: left}).length
    if (left < 0) throw tooLarge(name)
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    files.set(zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)), () =>
      unpacked(zip, {at: entry, maxOutputLength: MAX_BYTES}),
    )
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return files
}

function unpacked(zip: Buffer, {at, maxOutputLength}: {at: number; maxOutputLength: number}): Buffer {
  const method = zip.readUInt16LE(at + 10)
  const packed = zip.readUInt32LE(at + 20)
  const local = zip.readUInt32LE(at + 42)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const content = zip.subarray(start, start + packed)
  return method === 0 || packed === 0 ? content : inflateRawSync(content, {maxOutputLength})
}

function tooLarge(name: string, cause?: unknown): Refusal {
  return new Refusal(`${name} unpacks to more than 300 MB, which no manuscript does. It was not read.`, {cause})
}
