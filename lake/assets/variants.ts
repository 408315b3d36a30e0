import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import sharp from 'sharp'

import {BadRequestError, LakeError, NotFoundError} from '../errors.ts'
import {createGate, type Gate} from '../gate.ts'
import {BusyError} from './busyError.ts'
import {createDiskCache} from './diskCache.ts'
import type {ImageExtension, RasterExtension} from './sniff.ts'
import {stripImage} from './strip/strip.ts'
import {transformImage} from './transform.ts'
import type {Transform} from './transformParams.ts'

/** Raised when the same transform gives other bytes than before. */
const ENCODING = 2
const CLEAN_QUALITY = 92
const REMEMBERED = 10_000

/** Where an image is: on disk, or in memory when there was no room for it. */
export type Source = string | Uint8Array

/**
 * Where a picture waits for its turn. Readers in any number never make editors wait, nor those who ask for huge
 * pictures the other readers.
 */
export type Lane = 'readers' | 'heavy' | 'editors'

export interface VariantRequest {
  /** The original. */
  source: string
  /** The folder of its variants: dataset and name. */
  group: string
  lane: Lane
}

/** The name of a variant, the same for every address that asks for the same picture. */
export function variantName(transform: Transform, format: RasterExtension): string {
  const key = createHash('sha256')
    .update(JSON.stringify([ENCODING, transform]))
    .digest('hex')
    .slice(0, 32)
  return `${key}.${format}`
}

/** Transformed and cleaned images: few made at a time, each made once, kept on disk within a bound. */
export function createVariants({folder, maxBytes}: {folder: string; maxBytes: number}) {
  const cache = createDiskCache({folder, maxBytes})
  // Together fewer than the four threads that sharp shares with the file system.
  const readers = createGate({width: 2, depth: 100})
  const heavy = createGate({width: 1, depth: 8})
  const editors = createGate({width: 1, depth: 50})
  const lanes: Record<Lane, Gate> = {
    readers,
    editors,
    heavy: {isFull: () => heavy.isFull() || readers.isFull(), run: (work) => heavy.run(() => readers.run(work))},
  }
  const inFlight = new Map<string, Promise<Source>>()
  const cleanOriginals = new Set<string>()
  const frames = new Map<string, number>()

  async function once(name: string, lane: Lane, make: () => Promise<Source>): Promise<Source> {
    const found = await cache.find(name)
    if (found) return found
    const running = inFlight.get(name)
    if (running) return running
    if (lanes[lane].isFull()) throw new BusyError()
    const making = lanes[lane].run(make).finally(() => inFlight.delete(name))
    inFlight.set(name, making)
    return making
  }

  async function keep(name: string, bytes: Buffer): Promise<Source> {
    return (await cache.put(name, bytes)) ?? bytes
  }

  return {
    /** The image as a transform wants it. @throws {BadRequestError} 400; {@link BusyError} 429. */
    transformed(request: VariantRequest, transform: Transform, format: RasterExtension): Promise<Source> {
      const name = `${request.group}/${variantName(transform, format)}`
      return once(name, request.lane, async () => {
        const bytes = await transformImage(request.source, transform, format).catch(refuseUnreadable)
        return keep(name, bytes)
      })
    },
    /** The original without metadata, upright: itself where it is so already. */
    async cleaned({source, group, lane}: VariantRequest, extension: ImageExtension): Promise<Source> {
      if (cleanOriginals.has(source)) return source
      const name = `${group}/original-${ENCODING}.${extension}`
      return once(name, lane, async () => {
        const original = await readFile(source).catch(refuseUnreadable)
        const stripped = await stripImage(original, extension).catch(() => null)
        if (stripped?.equals(original)) {
          if (cleanOriginals.size >= REMEMBERED) cleanOriginals.clear()
          cleanOriginals.add(source)
          return source
        }
        return keep(name, stripped ?? (await encodeAnew(original, extension).catch(refuseUnreadable)))
      })
    },
    /** How many frames an original has. */
    async frames(source: string): Promise<number> {
      const known = frames.get(source)
      if (known !== undefined) return known
      const {pages = 1} = await sharp(source, {limitInputPixels: false}).metadata().catch(refuseUnreadable)
      if (frames.size >= REMEMBERED) frames.clear()
      frames.set(source, pages)
      return pages
    },
    forget(group: string, source: string): void {
      cleanOriginals.delete(source)
      frames.delete(source)
      cache.forget(group)
    },
    /** Runs measuring of uploads under the same bound as transforms. @throws {BusyError} 429. */
    async inspect<T>(work: () => Promise<T>): Promise<T> {
      if (editors.isFull()) throw new BusyError()
      return editors.run(work)
    },
  }
}

function encodeAnew(original: Buffer, extension: ImageExtension): Promise<Buffer> {
  const image = sharp(original, {animated: extension === 'gif' || extension === 'webp', failOn: 'none'}).autoOrient()
  if (extension === 'jpg') return image.jpeg({quality: CLEAN_QUALITY}).toBuffer()
  if (extension === 'webp') return image.webp({quality: CLEAN_QUALITY}).toBuffer()
  if (extension === 'avif') return image.avif({quality: 70, effort: 2}).toBuffer()
  return extension === 'gif' ? image.gif().toBuffer() : image.png().toBuffer()
}

function refuseUnreadable(cause: unknown): never {
  if (cause instanceof LakeError) throw cause
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
    throw new NotFoundError('This image was deleted')
  throw new BadRequestError('The image cannot be drawn: it is damaged, or it takes too long', {cause})
}
