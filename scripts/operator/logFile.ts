import {appendFileSync, renameSync, rmSync, statSync} from 'node:fs'

interface LogFileOptions {
  /** A file that would grow beyond this is put aside as `.1`, and the one before as `.2`, and so on. */
  maxBytes?: number
  /** How many files that were put aside are kept. */
  kept?: number
}

/** Appends lines to a file that cannot fill the disk. A line that cannot be written is lost: it must not end the process. */
export function openLogFile(
  path: string,
  {maxBytes = 5_000_000, kept = 3}: LogFileOptions = {},
): (line: string) => void {
  let size = sizeOf(path)

  function rotate(): void {
    rmSync(`${path}.${kept}`, {force: true})
    for (let n = kept; n > 0; n--) rename(n === 1 ? path : `${path}.${n - 1}`, `${path}.${n}`)
    size = 0
  }

  return (line) => {
    const bytes = Buffer.byteLength(line) + 1
    try {
      if (size > 0 && size + bytes > maxBytes) rotate()
      appendFileSync(path, `${line}\n`, {mode: 0o600})
      size += bytes
    } catch {
      size = sizeOf(path)
    }
  }
}

function rename(from: string, to: string): void {
  if (sizeOf(from) > 0) renameSync(from, to)
}

function sizeOf(path: string): number {
  return statSync(path, {throwIfNoEntry: false})?.size ?? 0
}
