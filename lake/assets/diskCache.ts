import {randomUUID} from 'node:crypto'
import {rmSync} from 'node:fs'
import {mkdir, readdir, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

const PARTIAL = '.partial'
/** What is left after making room, so that room is not made for every file. */
const KEPT_SHARE = 0.9

/** Files that can be made again, within a bound; those used longest ago go first. It outlives the process. */
export function createDiskCache({folder, maxBytes}: {folder: string; maxBytes: number}) {
  let total: number | null = null
  // One at a time: room is made by what is on disk, so what is being written must be there already.
  let lastPut: Promise<unknown> = Promise.resolve()

  async function put(name: string, bytes: Uint8Array): Promise<string | null> {
    const path = join(folder, name)
    const partial = `${path}.${randomUUID()}${PARTIAL}`
    try {
      total ??= await measure(folder)
      if (total + bytes.byteLength > maxBytes) total = await makeRoom(folder, maxBytes * KEPT_SHARE - bytes.byteLength)
      await mkdir(dirname(path), {recursive: true})
      await writeFile(partial, bytes)
      await rename(partial, path)
      total += bytes.byteLength
      return path
    } catch (error) {
      total = null
      await rm(partial, {force: true})
      if (isFull(error)) return null
      throw error
    }
  }

  return {
    /** The path of a file that is there, which now counts as used; else null. */
    async find(name: string): Promise<string | null> {
      const path = join(folder, name)
      const now = new Date()
      return utimes(path, now, now).then(
        () => path,
        () => null,
      )
    },
    /** The path of the file, or null when it does not fit or the disk is full. */
    put(name: string, bytes: Uint8Array): Promise<string | null> {
      if (bytes.byteLength > maxBytes * KEPT_SHARE) return Promise.resolve(null)
      const result = lastPut.then(() => put(name, bytes))
      lastPut = result.catch(() => undefined)
      return result
    },
    /** Deletes all files of a folder in the cache. */
    forget(group: string): void {
      total = null
      rmSync(join(folder, group), {recursive: true, force: true})
    },
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EROFS'].includes(String(error.code))
}

interface Entry {
  path: string
  size: number
  mtimeMs: number
}

/** The bytes there are. Clears away what a killed process left half written. */
async function measure(folder: string): Promise<number> {
  const entries = await list(folder)
  const partial = entries.filter(({path}) => path.endsWith(PARTIAL))
  await Promise.all(partial.map(({path}) => rm(path, {force: true})))
  return entries.filter(({path}) => !path.endsWith(PARTIAL)).reduce((sum, {size}) => sum + size, 0)
}

/** Deletes until `maxBytes` are left; resolves to what is left. */
async function makeRoom(folder: string, maxBytes: number): Promise<number> {
  const entries = (await list(folder)).filter(({path}) => !path.endsWith(PARTIAL))
  let kept = 0
  for (const {path, size} of entries.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    if (kept + size > maxBytes) await rm(path, {force: true})
    else kept += size
  }
  return kept
}

async function list(folder: string): Promise<Entry[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const stats = await Promise.all(files.map((path) => stat(path).catch(() => null)))
  return files.flatMap((path, index) => {
    const found = stats[index]
    return found ? [{path, size: found.size, mtimeMs: found.mtimeMs}] : []
  })
}
