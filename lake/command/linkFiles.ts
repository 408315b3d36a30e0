import {constants} from 'node:fs'
import {copyFile, link, mkdir, open, readdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** The paths of all files in a folder, relative to it. Those that a running lake hides are left out. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.split(/[\\/]/).some((part) => part.startsWith('.')))
}

/**
 * Gives `to` the file `from`, by a second name for the same bytes where one disk holds both, else by a copy.
 * For files that are never changed.
 *
 * @returns false when there is no such file, any more.
 */
export async function linkOrCopy(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), {recursive: true, mode: 0o700})
  try {
    await link(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST') return true
    if (code === 'ENOENT') return false
    await copyWhole(from, to)
  }
  return true
}

/** Copies a file to the disk, not only to its cache. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  const file = await open(to, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
