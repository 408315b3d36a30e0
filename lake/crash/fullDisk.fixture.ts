import {open} from 'node:fs/promises'
import {DatabaseSync} from 'node:sqlite'

// Loaded into a lake before it starts. SIGUSR2 fills its disk, and the next one makes room again.
const UNBOUNDED_PAGES = 4_294_967_294
const databases = new Set<DatabaseSync>()
let isFull = false

const {exec} = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (sql) {
  databases.add(this)
  return exec.call(this, sql)
}

const handle = await open('/dev/null')
const prototype: {write: (...args: unknown[]) => Promise<unknown>} = Object.getPrototypeOf(handle)
await handle.close()
const {write} = prototype
prototype.write = function (...args) {
  if (isFull) return Promise.reject(Object.assign(new Error('no space left on device'), {code: 'ENOSPC'}))
  return write.apply(this, args)
}

process.on('SIGUSR2', () => {
  isFull = !isFull
  for (const database of databases) {
    if (!database.isOpen) continue
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count)
    exec.call(database, `PRAGMA max_page_count = ${isFull ? pages : UNBOUNDED_PAGES}`)
  }
})
