import {createHash, randomUUID} from 'node:crypto'
import {rmSync} from 'node:fs'
import {mkdir, readdir, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import sharp from 'sharp'

import {LakeError} from '../errors.ts'
import {createGate} from '../gate.ts'
import type {ImageExtension} from './sniff.ts'
import {transformImage} from './transform.ts'
import type {Transform} from './transformParams.ts'

/** More images are waiting to be prepared than can be done soon. */
export class BusyError extends LakeError {
  override readonly name = 'BusyError'

  constructor() {
    super(429, {type: 'busy', description: 'Too many images are being prepared; try again in a moment'})
  }

  override toResponse(): Response {
    const response = super.toResponse()
    response.headers.set('retry-after', '2')
    return response
  }
}

export interface VariantsOptions {
  folder: string
  /** The oldest used are deleted beyond this. */
  maxBytes: number
}

const plain: Transform = {
  fit: 'clip',
  crop: 'center',
  focalPoint: {x: 0.5, y: 0.5},
  dpr: 1,
  isAutomatic: false,
  background: '#ffffff',
  quality: 90,
}

/** Transformed images, made two at a time and kept on disk within a bound. */
export function createVariants({folder, maxBytes}: VariantsOptions) {
  const gate = createGate({width: 2, depth: 100})
  const inFlight = new Map<string, Promise<string>>()
  let written = Number.POSITIVE_INFINITY

  /** The path of the variant; makes it when it is not there. `source` is an original, `group` its name. */
  async function variant(source: string, {group, ...transform}: Transform & {group: string; format: ImageExtension}) {
    const key = createHash('sha256').update(JSON.stringify(transform)).digest('hex').slice(0, 32)
    const path = join(folder, group, `${key}.${transform.format}`)
    if (await touch(path)) return path
    const running = inFlight.get(path) ?? make(path, source, transform).finally(() => inFlight.delete(path))
    inFlight.set(path, running)
    return running
  }

  async function make(path: string, source: string, transform: Transform & {format: ImageExtension}): Promise<string> {
    if (gate.isFull()) throw new BusyError()
    const bytes = await gate.run(() => transformImage(source, transform))
    await mkdir(join(path, '..'), {recursive: true})
    const temporary = `${path}.${randomUUID()}`
    await writeFile(temporary, bytes)
    await rename(temporary, path)
    written += bytes.length
    if (written > maxBytes / 10) {
      written = 0
      await prune(folder, maxBytes)
    }
    return path
  }

  return {
    variant,
    /** The original without its metadata: itself when it has none. */
    async clean(source: string, {group, format}: {group: string; format: ImageExtension}): Promise<string> {
      const {exif, xmp, iptc} = await sharp(source, {limitInputPixels: false}).metadata()
      return exif || xmp || iptc ? variant(source, {...plain, group, format}) : source
    },
    forget: (group: string) => rmSync(join(folder, group), {recursive: true, force: true}),
    isFull: gate.isFull,
    /** Runs measuring and encoding of uploads under the same bound as transforms. */
    run: gate.run,
  }
}

async function touch(path: string): Promise<boolean> {
  const now = new Date()
  return utimes(path, now, now).then(
    () => true,
    () => false,
  )
}

/** Deletes the variants that were used longest ago, until the rest fits into `maxBytes`. */
async function prune(folder: string, maxBytes: number): Promise<void> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        const {size, mtimeMs} = await stat(path).catch(() => ({size: 0, mtimeMs: 0}))
        return {path, size, mtimeMs}
      }),
  )
  let total = 0
  for (const {path, size} of files.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    total += size
    if (total > maxBytes) await rm(path, {force: true})
  }
}
