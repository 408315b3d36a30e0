import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** Where, inside Next's output folder, is kept which tags have expired. */
export const TAG_LOG = 'cache/expired-tags.jsonl'

const LINES_BEFORE_COMPACTION = 5_000

/** Keeps, on the disk itself before it returns, that tags expired at a time in Unix milliseconds. */
export function logExpiredTags(file: string, tags: readonly string[], expiredAt: number): void {
  if (tags.length === 0) return
  mkdirSync(path.dirname(file), {recursive: true})
  const descriptor = openSync(file, 'a')
  try {
    appendFileSync(descriptor, `${JSON.stringify([expiredAt, ...tags])}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * When each tag expired last, in Unix milliseconds. A line cut short by a crash is passed over.
 * A log that has grown long is written anew with one entry a tag.
 */
export function readExpiredTags(file: string): Map<string, number> {
  const expired = new Map<string, number>()
  if (!existsSync(file)) return expired
  const lines = readFileSync(file, 'utf8').split('\n')
  for (const line of lines) {
    const [at, ...tags] = parseLine(line)
    if (typeof at !== 'number') continue
    for (const tag of tags) if (typeof tag === 'string') expired.set(tag, Math.max(at, expired.get(tag) ?? 0))
  }
  if (lines.length > LINES_BEFORE_COMPACTION) compact(file, expired)
  return expired
}

function compact(file: string, expired: ReadonlyMap<string, number>): void {
  const lines = [...expired].map(([tag, at]) => `${JSON.stringify([at, tag])}\n`)
  writeFileSync(`${file}.partial`, lines.join(''), {flush: true})
  renameSync(`${file}.partial`, file)
}

function parseLine(line: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(line)
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}
