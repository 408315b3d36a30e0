import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {promisify} from 'node:util'
import {gunzip, gzip} from 'node:zlib'

const compress = promisify(gzip)
const decompress = promisify(gunzip)

/** What the content store answered last, kept over restarts for the time when it does not answer. One file a key. */
export interface LastGood {
  /** `undefined` when nothing is kept, or it is damaged. */
  load: (key: string) => Promise<unknown>
  /** Keeps a value that can be JSON; `null`, the confirmed absence of content, forgets it. */
  save: (key: string, value: unknown) => Promise<void>
}

export function createLastGood(folder: string): LastGood {
  const fileOf = (key: string) => path.join(folder, createHash('sha256').update(key).digest('base64url'))
  return {
    async load(key) {
      const bytes = await readFile(fileOf(key)).catch(() => null)
      if (!bytes) return undefined
      try {
        const json: unknown = JSON.parse((await decompress(bytes)).toString('utf8'))
        return json
      } catch (error) {
        console.error('A kept answer of the content store is damaged:', error)
        return undefined
      }
    },
    async save(key, value) {
      if (value === null) return rm(fileOf(key), {force: true})
      await mkdir(folder, {recursive: true})
      const partial = path.join(folder, `partial-${randomUUID()}`)
      await writeFile(partial, await compress(JSON.stringify(value), {level: 1}))
      await rename(partial, fileOf(key))
    },
  }
}
