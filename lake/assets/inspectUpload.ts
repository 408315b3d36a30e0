import {readFile} from 'node:fs/promises'

import {BadRequestError} from '../errors.ts'
import {inspectDrawing} from './drawing.ts'
import {describe, inspectImage, MAX_PIXELS, type Extract, type ImageMetadata} from './inspect.ts'
import type {Received} from './receive.ts'
import {isSvg, sniffImage, type ImageExtension} from './sniff.ts'
import {usualExtracts} from './upload.ts'

const KINDS = 'The file is not an image of a kind that is accepted: JPEG, PNG, WebP, GIF, AVIF or SVG'

/**
 * Which kind of image was uploaded, by its bytes, and what is stored about it.
 *
 * @throws {BadRequestError} 400, when it is none, is damaged, too large or holds scripts.
 */
export async function inspectUpload(
  {path, head}: Received,
  extract: ReadonlySet<Extract> = usualExtracts,
): Promise<{extension: ImageExtension; metadata: ImageMetadata}> {
  const extension = sniffImage(head)
  if (extension === 'gif') refuseLargeScreen(head)
  if (extension) return {extension, metadata: await inspectImage(path, extract)}
  if (!isSvg(head)) throw new BadRequestError(KINDS)
  const size = inspectDrawing(await readFile(path))
  return {extension: 'svg', metadata: describe(size, {hasAlpha: true, isOpaque: false})}
}

/** A browser makes room for a GIF's whole screen, whatever its frames cover; sharp looks at the frames. */
function refuseLargeScreen(head: Buffer): void {
  if (head.length >= 10 && head.readUInt16LE(6) * head.readUInt16LE(8) > MAX_PIXELS)
    throw new BadRequestError(`The image's screen is too large; at most ${MAX_PIXELS / 1e6} million are accepted`)
}
