import {open} from 'node:fs/promises'

import {sniffImage, type RasterExtension} from './sniff.ts'

const HEAD_BYTES = 64
const REMEMBERED = 10_000

/** Tells, and remembers, of an uploaded file whether it is a picture of at most `maxBytes`, and of which format. */
export function rememberPictures(maxBytes: number) {
  const known = new Map<string, RasterExtension | null>()

  return async (path: string): Promise<RasterExtension | null> => {
    const found = known.get(path)
    if (found !== undefined) return found
    const picture = await readFormat(path, maxBytes)
    if (known.size >= REMEMBERED) known.clear()
    known.set(path, picture)
    return picture
  }
}

async function readFormat(path: string, maxBytes: number): Promise<RasterExtension | null> {
  const file = await open(path)
  try {
    const {size} = await file.stat()
    if (size > maxBytes) return null
    const {buffer, bytesRead} = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return sniffImage(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
